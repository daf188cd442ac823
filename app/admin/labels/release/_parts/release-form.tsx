import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { IsoCategory, ReleaseBasis } from '@/db/schema/labels'
import { requiredEvidence } from '@/domain/labels/release-routes'
import { basisWords, evidenceWords } from '@/domain/labels/release-words'
import { askToRelease } from '../../actions'
import { DOCUMENTS } from '../../read-evidence'
import { DocumentFields } from './document-fields'
import { MeasuresFields } from './measures-fields'

/** The basis, the documents it rests on, and a note; sent to a second officer. */
export function ReleaseForm({
  labels,
  category,
  routes,
  files,
  reportTo,
}: {
  labels: string[]
  category: IsoCategory | null
  routes: ReleaseBasis[]
  files: { id: string; fileName: string }[]
  /** Where confusing use is reported, unless the officer writes another address. */
  reportTo: string
}) {
  const options = routes.map((basis) => ({
    value: basis,
    label: basisWords[basis],
    hint: needs(basis, category),
  }))
  return (
    <Form action={askToRelease}>
      {labels.map((label) => (
        <input key={label} type="hidden" name="labels" value={label} />
      ))}
      {routes.length === 1 ? (
        <>
          <input type="hidden" name="basis" value={routes[0]} />
          <p>No country code is involved, so nothing has to be filed (R2.1).</p>
        </>
      ) : (
        <>
          <RadioGroup name="basis" label="Basis of the release" options={options} />
          {routes.includes('confusion-measures') && <MeasuresFields reportTo={reportTo} />}
          <div id="evidence" className="stack">
            {Array.from({ length: DOCUMENTS }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the places are fixed
              <DocumentFields key={index} index={index} files={files} />
            ))}
          </div>
        </>
      )}
      <TextArea
        name="note"
        label="Note for the second officer"
        optional
        rows={3}
        maxLength={500}
        hint="Kept with the release."
      />
      <div className="actions ruled">
        <SubmitButton icon="users">Ask a second officer</SubmitButton>
      </div>
    </Form>
  )
}

function needs(basis: ReleaseBasis, category: IsoCategory | null): string {
  const wanted = requiredEvidence(basis, category).map((kind) => evidenceWords[kind].toLowerCase())
  return `Needs: ${wanted.join('; ')}.`
}
