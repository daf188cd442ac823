import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { BackLink } from '@/components/ui/breadcrumb'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FileInput } from '@/components/ui/file-input'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { attachmentsOfApplication } from '@/domain/applications/queries'
import { isAccepting, isEditable } from '@/domain/applications/rules'
import { formatSize, MOST_FILES, MOST_PAGES } from '@/domain/files/rules'
import { processNow } from '@/lib/clock'
import { problemOf } from '@/lib/errors'
import { ApplicationSide } from '../../_parts/application-side'
import { removeAttachment } from '../../actions'

type Props = {
  params: Promise<{ applicationId: string }>
  searchParams: Promise<{ problem?: string; file?: string }>
}

const load = cache(async (applicationId: string) => {
  const page = await attachmentsOfApplication(await requirePerson(), { applicationId })
  if (!page) notFound()
  return page
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await load((await params).applicationId)
  return { title: `${(await searchParams).problem ? 'Error: ' : ''}Add pictures and documents` }
}

/** The files of an application (R5.1). Uploading is a plain form: it works without JavaScript. */
export default async function AttachmentsPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const { problem, file } = await searchParams
  const { application, round, attachments } = await load(applicationId)
  const base = `/portal/applications/${applicationId}`
  const writable = isEditable(application.state) && isAccepting(round, processNow())
  const sentence = problem === undefined ? undefined : problemOf(problem)
  return (
    <div className="wrap">
      <div className="application">
        <div className="question">
          <BackLink href={base}>Back to your tasks</BackLink>
          <h1>Add pictures and documents</h1>
          <p className="soft mb-6">
            Optional. Reviewers can download them with your plan, so leave out the name of your organisation.
          </p>
          {sentence && <ErrorSummary fields={{ file: sentence }} />}
          {file && !sentence && (
            <p className="mb-4" role="status">
              The file was added.
            </p>
          )}
          <Files applicationId={applicationId} attachments={attachments} writable={writable} />
          {writable && attachments.length < MOST_FILES && (
            <form
              action={`/api/v1/files?application=${applicationId}`}
              method="post"
              encType="multipart/form-data"
              className="form mt-8"
            >
              <input type="hidden" name="next" value={`${base}/attachments`} />
              <FileInput
                name="file"
                label="File"
                hint={`PDF, PNG or JPEG, at most 25 MB and ${MOST_PAGES} pages, without a password. Up to ${MOST_FILES} files.`}
                error={sentence}
                accept=".pdf,.png,.jpg,.jpeg"
                required
              />
              <TextInput name="title" label="What it shows" optional maxLength={200} />
              <div className="actions">
                <SubmitButton busy="Adding">Add this file</SubmitButton>
              </div>
            </form>
          )}
        </div>
        <ApplicationSide applicationId={applicationId} />
      </div>
    </div>
  )
}

function Files({
  applicationId,
  attachments,
  writable,
}: {
  applicationId: string
  attachments: Awaited<ReturnType<typeof load>>['attachments']
  writable: boolean
}) {
  if (attachments.length === 0) return <p className="muted">No files yet.</p>
  return (
    <ul>
      {attachments.map(({ id, fileId, title, fileName, mediaType, size }) => (
        <li className="task" key={id}>
          <span>
            <a href={`/api/v1/files/${fileId}`} download>
              {title}
            </a>
            <small>
              {title !== fileName && <span className="brk">{fileName}, </span>}
              {mediaType.split('/')[1]?.toUpperCase()}, {formatSize(size)}
            </small>
          </span>
          {writable && (
            <Form action={removeAttachment} className="">
              <input type="hidden" name="applicationId" value={applicationId} />
              <input type="hidden" name="attachmentId" value={id} />
              <SubmitButton variant="quiet" size="s" icon="trash-2" busy="Removing">
                Remove <span className="sr-only">{title}</span>
              </SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
