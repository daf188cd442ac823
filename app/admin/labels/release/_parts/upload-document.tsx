import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { type ErrorCode, registry } from '@/lib/errors'

/**
 * Uploads come first: each returns to this page with its file in the address, and the fields below offer it. A plain
 * form, so that it works without script.
 */
export function UploadDocument({
  label,
  files,
  problem,
}: {
  label: string
  files: { id: string; fileName: string }[]
  problem?: string
}) {
  const kept = files.map((file) => `&file=${file.id}`).join('')
  const sentence = problem && problem in registry ? registry[problem as ErrorCode][1] : undefined
  return (
    <section className="stack" aria-labelledby="documents">
      <SectionHead title="Documents" id="documents" minor>
        Upload before you fill in the rest
      </SectionHead>
      {sentence && <Notice tone="bad" title={sentence} />}
      <ul>
        {files.map((file) => (
          <li key={file.id} className="small">
            {file.fileName}
          </li>
        ))}
      </ul>
      <form action="/api/v1/files" method="post" encType="multipart/form-data" className="row items-end">
        <input type="hidden" name="next" value={`/admin/labels/release?label=${label}${kept}`} />
        <FileInput
          name="file"
          label="Scan of a document"
          hint="PDF, PNG or JPEG, at most 25 MB."
          accept=".pdf,.png,.jpg,.jpeg"
        />
        <Button type="submit" icon="upload">
          Upload
        </Button>
      </form>
    </section>
  )
}
