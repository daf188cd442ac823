import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { evidenceWords } from '@/domain/labels/release-words'
import { evidenceKinds } from '@/domain/labels/words'

const kinds = evidenceKinds.map((kind) => ({ value: kind, label: evidenceWords[kind] }))

/** One document: what it is, its parties, its day, its file. Left empty, it does not count. */
export function DocumentFields({
  index,
  files,
}: {
  index: number
  files: { id: string; fileName: string }[]
}) {
  const name = (field: string) => `evidence.${index}.${field}`
  return (
    <details open={index === 0} className="pane">
      <summary>
        <b>Document {index + 1}</b>
      </summary>
      <div className="form mt-4">
        <Select name={name('kind')} label="What it is" blank="Choose" options={kinds} />
        <TextInput name={name('title')} label="Name of the document" maxLength={200} />
        <TextInput name={name('party')} label="Parties" hint="Who signed it, for whom." maxLength={300} />
        <TextInput name={name('dated')} label="Day it bears" type="date" short />
        <Select
          name={name('fileId')}
          label="File"
          blank="No file"
          optional
          options={files.map((file) => ({ value: file.id, label: file.fileName }))}
        />
      </div>
    </details>
  )
}
