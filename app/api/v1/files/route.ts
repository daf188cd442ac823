import { attachFile } from '@/domain/applications/attach-file'
import { keepEvidence } from '@/domain/files/keep-evidence'
import { readUpload } from '@/domain/files/read-upload'
import { fileError, receiveFile } from '@/domain/files/receive-file'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { isSameOrigin } from '@/lib/access/same-origin'
import type { ErrorCode } from '@/lib/errors'
import type { Answer } from '@/lib/operation'
import { errorResponse, json, refusal } from '@/lib/route-action'
import { sameSitePath } from '@/lib/same-site-path'

/**
 * Uploads one file (multipart: `file`, `title`): with `applicationId` as its attachment, without as evidence of an
 * officer. A form may name where to go next; it comes back there with `file` or `problem` in the address.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal('access.wrong-origin')
  const actor = await currentActor()
  if (actor.kind !== 'person') return refusal('access.signed-out')
  // Asked before the body is read: nobody else makes the portal read 25 MB.
  const attaches = may(actor, 'application.attach-file') === 'yes'
  if (!attaches && may(actor, 'file.keep-evidence') !== 'yes') return refusal('access.denied')
  const upload = await readUpload(request)
  if (upload === 'too-large') return tooLarge(request)
  if (upload === 'unreadable') return refusal('input.unreadable')
  const { fields, file } = upload
  const applicationId = fields.get('applicationId')
  const answer: Answer<{ fileId: string }> = !file
    ? { ok: false, error: fileError('file.missing') }
    : await receiveFile(file, (kept) =>
        applicationId
          ? attachFile(actor, { applicationId, title: fields.get('title') ?? '', file: kept })
          : keepEvidence(actor, { file: kept }),
      )
  const next = fields.get('next')
  if (next) return comeBack(sameSitePath(next), answer)
  return answer.ok ? json(201, answer.value) : errorResponse(answer.error)
}

/** Nothing of the form was kept, so a browser goes back to the page it came from. */
function tooLarge(request: Request): Response {
  const answer = { ok: false, error: fileError('file.too-large') } as const
  const from = URL.parse(request.headers.get('referer') ?? '')
  const isForm = request.headers.get('accept')?.includes('text/html')
  return isForm && from ? comeBack(sameSitePath(from.pathname), answer) : errorResponse(answer.error)
}

function comeBack(path: string, answer: Answer<{ fileId: string }>): Response {
  const [name, value]: [string, string | ErrorCode] = answer.ok
    ? ['file', answer.value.fileId]
    : ['problem', answer.error.code]
  const location = `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
