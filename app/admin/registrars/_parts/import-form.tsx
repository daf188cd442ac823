import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { type ErrorCode, registry } from '@/lib/errors'

/** Sends the list that IANA publishes. A plain form: it works without script. */
export function ImportForm({ problem }: { problem: string }) {
  const known = problem in registry ? registry[problem as ErrorCode][1] : undefined
  return (
    <>
      {known && <Notice tone="bad" title={known} />}
      <form
        action="/admin/registrars/import"
        method="post"
        encType="multipart/form-data"
        className="row items-end"
      >
        <FileInput
          name="file"
          label="List of registrar ids"
          hint="registrar-ids-1.csv as IANA publishes it, at most 2 MB. New ids are added, changed names and statuses replaced."
          accept=".csv,text/csv"
        />
        <Button type="submit" icon="upload">
          Import
        </Button>
      </form>
    </>
  )
}
