import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackLink } from '@/components/ui/breadcrumb'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FileInput } from '@/components/ui/file-input'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { problemOf } from '@/lib/errors'
import { loadBuildOut } from '../../_parts/load-build-out'
import { askTransfer } from '../../actions'

type Props = PageProps<'/portal/build-out/[awardId]/transfer'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { award } = await loadBuildOut((await params).awardId)
  return { title: `Pass ${award.label}.org on` }
}

/** Asks that a name pass to another organisation (R12.3). */
export default async function TransferPage({ params, searchParams }: Props) {
  const { award, commitments, isOwner } = await loadBuildOut((await params).awardId)
  const { problem, file } = await searchParams
  if (!isOwner) notFound()
  const base = `/portal/build-out/${award.id}`
  const open = commitments.some(({ outcome }) => outcome === null)
  const fields = (
    <>
      <TextInput
        name="toOrganisationId"
        label="Id of the organisation that takes over"
        hint="It registers here first. Its owner finds the id on the page of the organisation, and is asked whether it agrees."
        mono
        autoComplete="off"
        maxLength={40}
      />
      <TextArea
        name="statement"
        label="What happens, and why?"
        hint="20 to 4,000 characters. Officers read it."
        rows={5}
        maxLength={4000}
      />
    </>
  )
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href={base}>Back to your commitments</BackLink>
        <h1>Pass {award.label}.org to another organisation</h1>
        {typeof problem === 'string' && <ErrorSummary fields={{ file: problemOf(problem) }} />}
        {typeof file === 'string' && (
          <p role="status">
            Your request was received. The other organisation is asked, then two officers decide.
          </p>
        )}
        {open ? (
          <>
            <p className="lede">
              Commitments are open, so the name passes on only with the sale of the whole organisation. Who
              buys it takes the commitments over.
            </p>
            <form
              action={`/api/v1/files?transfer=${award.id}`}
              method="post"
              encType="multipart/form-data"
              className="form"
            >
              <input type="hidden" name="next" value={`${base}/transfer`} />
              {fields}
              <FileInput
                name="file"
                label="The document that shows the sale"
                hint="PDF, PNG or JPEG, at most 25 MB."
                accept=".pdf,.png,.jpg,.jpeg"
                required
              />
              <div className="actions">
                <SubmitButton>Ask for the transfer</SubmitButton>
              </div>
            </form>
          </>
        ) : (
          <Form action={askTransfer}>
            <input type="hidden" name="awardId" value={award.id} />
            {fields}
            <div className="actions">
              <SubmitButton>Ask for the transfer</SubmitButton>
            </div>
          </Form>
        )}
      </div>
    </div>
  )
}
