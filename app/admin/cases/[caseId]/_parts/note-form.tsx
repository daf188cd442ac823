import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { problemOf } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { note } from '../../actions'

/** A note, with a document that was uploaded before: the upload returns here with its id in the address. */
export function NoteForm({
  caseId,
  uploaded,
  problem,
}: {
  caseId: string
  uploaded: string
  problem: string
}) {
  return (
    <div className="stack mt-4">
      <Form action={note} idempotencyKey={newId('cae')} className="form">
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="fileId" value={uploaded} />
        <TextArea name="note" label="Note" rows={3} maxLength={5000} />
        {uploaded && <p className="small">The document you uploaded is kept with this note.</p>}
        <div className="actions">
          <SubmitButton busy="Keeping">Keep the note</SubmitButton>
        </div>
      </Form>
      {!uploaded && (
        <form action="/api/v1/files" method="post" encType="multipart/form-data" className="form">
          {problem && <Notice tone="bad" title={problemOf(problem)} />}
          <input type="hidden" name="next" value={`/admin/cases/${caseId}`} />
          <FileInput
            name="file"
            label="A document for the note"
            hint="PDF, PNG or JPEG, at most 25 MB. Upload it before you write."
            accept=".pdf,.png,.jpg,.jpeg"
          />
          <Button type="submit" icon="upload">
            Upload
          </Button>
        </form>
      )}
    </div>
  )
}
