import { FileInput } from '@/components/ui/file-input'
import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { CommitmentInFull } from '@/domain/commitments/read-build-out'
import { proofKindWords } from '@/domain/commitments/rules'
import { MOST_PAGES } from '@/domain/files/rules'
import { submit } from '../actions'

const hints = {
  url: 'The portal opens the page once and keeps what it saw.',
  dns: 'The portal asks for its addresses.',
  dnssec: 'The portal asks a validating resolver.',
  tls: 'The portal checks that it is trusted, for this name and of this day.',
}

/** Evidence of the kinds that the commitment names: an address, a name, a document (R12.1). */
export function SubmitEvidence({ commitment, here }: { commitment: CommitmentInFull; here: string }) {
  const looked = commitment.proofKinds.filter((kind) => kind !== 'file')
  return (
    <section aria-labelledby="submit">
      <SectionHead title="Submit evidence" id="submit" minor />
      <p className="small soft mt-2">How it is checked: {commitment.proof}</p>
      {looked.length > 0 && (
        <Form action={submit} className="form mt-4">
          <input type="hidden" name="commitmentId" value={commitment.id} />
          <RadioGroup
            name="kind"
            label="What shows it?"
            defaultValue={looked[0]}
            options={looked.map((kind) => ({
              value: kind,
              label: proofKindWords[kind],
              hint: hints[kind],
            }))}
          />
          <TextInput
            name="target"
            label="Address or name"
            hint="Such as https://q7.org/rivers for a page, q7.org for a name."
            inputMode="url"
            autoComplete="off"
            maxLength={2000}
          />
          <TextArea name="note" label="What to look for" optional rows={3} maxLength={1000} />
          <div className="actions">
            <SubmitButton busy="Submitting">Submit this evidence</SubmitButton>
          </div>
        </Form>
      )}
      {commitment.proofKinds.includes('file') && (
        <form
          action={`/api/v1/files?commitment=${commitment.id}`}
          method="post"
          encType="multipart/form-data"
          className="form mt-6"
        >
          <input type="hidden" name="next" value={here} />
          <FileInput
            name="file"
            label="A document"
            hint={`PDF, PNG or JPEG, at most 25 MB and ${MOST_PAGES} pages, without a password.`}
            accept=".pdf,.png,.jpg,.jpeg"
            required
          />
          <TextInput name="title" label="What it shows" optional maxLength={200} />
          <div className="actions">
            <SubmitButton variant={looked.length > 0 ? 'default' : 'primary'} busy="Adding">
              Submit this document
            </SubmitButton>
          </div>
        </form>
      )}
    </section>
  )
}
