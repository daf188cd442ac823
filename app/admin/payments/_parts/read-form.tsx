import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { CSV_COLUMNS } from '@/domain/payments/statements/read-bank-csv'
import { problemOf } from '@/lib/errors'

/** Brings a file from the bank. A plain form: it works without script. Nothing counts before it is looked at. */
export function ReadForm({ problem }: { problem: string | undefined }) {
  return (
    <>
      {problem && <Notice tone="bad" title={problemOf(problem)} />}
      <form
        action="/admin/payments/read"
        method="post"
        encType="multipart/form-data"
        className="row items-end"
      >
        <FileInput
          name="file"
          label="Bank file"
          hint={`A camt.053 statement, or a CSV with the columns ${CSV_COLUMNS.join(', ')}; at most 2 MB. You see what it would do before anything counts.`}
          accept=".xml,.csv,text/xml,application/xml,text/csv"
        />
        <Button type="submit" icon="upload">
          Read the file
        </Button>
      </form>
    </>
  )
}
