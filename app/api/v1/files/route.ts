import { attachFile } from '@/domain/applications/attach-file'
import { mayAttach } from '@/domain/applications/may-attach'
import { keepEvidence } from '@/domain/files/keep-evidence'
import { readUpload } from '@/domain/files/read-upload'
import { fileError, receiveFile } from '@/domain/files/receive-file'
import { UPLOADS_AT_ONCE } from '@/domain/files/rules'
import type { Actor } from '@/lib/access/actor'
import { takePlace } from '@/lib/access/at-once'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { isSameOrigin } from '@/lib/access/same-origin'
import type { Answer } from '@/lib/door/definition'
import { type ErrorCode, toPublicError } from '@/lib/errors'
import { errorResponse, json, refusal } from '@/lib/route-action'
import { sameSitePath } from '@/lib/same-site-path'

/**
 * Uploads one file (multipart: `file`, `title`): with `application` in the address as its attachment, without as
 * evidence of an officer. A form may name where to go next; it comes back there with `file` or `problem` in the address.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal('access.wrong-origin')
  const actor = await currentActor()
  if (actor.kind !== 'person') return refusal('access.signed-out')
  // All of this is asked before the body is read: nobody else makes the portal read 25 MB.
  const applicationId = new URL(request.url).searchParams.get('application')
  const refused = applicationId ? await refusedAttachment(actor, applicationId) : refusedEvidence(actor)
  if (refused) return unread(request, refused)
  const giveBack = takePlace(`upload|${actor.userId}`, UPLOADS_AT_ONCE)
  if (!giveBack) return unread(request, 'file.at-once')
  try {
    return await upload(request, actor, applicationId)
  } finally {
    giveBack()
  }
}

async function refusedAttachment(actor: Actor, applicationId: string): Promise<ErrorCode | undefined> {
  if (may(actor, 'application.attach-file') !== 'yes') return 'access.denied'
  const asked = await mayAttach(actor, { applicationId })
  return asked ? asked.refusal?.code : 'thing.not-found'
}

function refusedEvidence(actor: Actor): ErrorCode | undefined {
  const permission = may(actor, 'file.keep-evidence')
  if (permission === 'yes') return undefined
  return permission === 'no' ? 'access.denied' : 'access.second-factor-needed'
}

async function upload(request: Request, actor: Actor, applicationId: string | null): Promise<Response> {
  const read = await readUpload(request)
  if (read === 'too-large') return unread(request, 'file.too-large')
  if (read === 'unreadable') return refusal('input.unreadable')
  const { fields, file } = read
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
function unread(request: Request, code: ErrorCode): Response {
  const error = code.startsWith('file.') ? fileError(code) : toPublicError({ code, details: {} })
  const from = URL.parse(request.headers.get('referer') ?? '')
  const isForm = request.headers.get('accept')?.includes('text/html')
  if (!isForm || !from || error.status === 404) return errorResponse(error)
  return comeBack(sameSitePath(from.pathname), { ok: false, error })
}

function comeBack(path: string, answer: Answer<{ fileId: string }>): Response {
  const [name, value]: [string, string | ErrorCode] = answer.ok
    ? ['file', answer.value.fileId]
    : ['problem', answer.error.code]
  const location = `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
