import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { qpiFileKinds } from '@/domain/qpi-inputs/file-kinds'
import { fileKindWords } from '@/domain/qpi-inputs/kinds'
import { problemOf } from '@/lib/errors'
import { SendFiles } from './send-files'

/** Sends files of one kind. A plain form for one file; with script several, one after the other, with progress. */
export function ReadFilesForm({ problem }: { problem?: string }) {
  return (
    <section aria-label="Read files" className="space-y-4">
      {problem && <Notice tone="bad" title={problemOf(problem)} />}
      <form action="/admin/qpi/files/read" method="post" encType="multipart/form-data" className="form">
        <Select
          name="kind"
          label="What the files are"
          options={qpiFileKinds.map((kind) => ({ value: kind, label: fileKindWords[kind].name }))}
        />
        <TextInput
          name="source"
          label="Where they come from"
          hint="Such as icann; of an abuse listing the feed’s name, such as urlhaus."
          autoComplete="off"
          short
        />
        <TextInput
          name="period"
          label="Month"
          hint="Such as 2026-08. Leave it empty where the file’s name says it, as 202608."
          autoComplete="off"
          optional
          mono
          short
        />
        <FileInput
          name="file"
          label="Files"
          hint="CSV, at most 25 MB each. The transactions report as ICANN publishes it; see below for the others."
          accept=".csv,text/csv,text/plain"
          multiple
        />
        <SendFiles />
      </form>
      <details className="pane">
        <summary>
          <b>What the files look like</b>
        </summary>
        <dl className="dl mt-3">
          {qpiFileKinds.map((kind) => (
            <div key={kind} className="contents">
              <dt>{fileKindWords[kind].name}</dt>
              <dd>{fileKindWords[kind].hint}</dd>
            </div>
          ))}
        </dl>
        <p className="small soft mt-3">
          A zone file is too large for this form: <code>portal qpi dnssec</code> joins it with the registry’s
          file of domains and registrars, and its <code>csv</code> is read here as DNSSEC.
        </p>
      </details>
    </section>
  )
}
