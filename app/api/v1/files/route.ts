import { attachFile } from '@/domain/applications/attach-file'
import { mayAttach } from '@/domain/applications/may-attach'
import { ownBuildOut, ownCommitment } from '@/domain/commitments/queries'
import { submitEvidence } from '@/domain/evidence/submit-evidence'
import { keepEvidence } from '@/domain/files/keep-evidence'
import type { KeptFile } from '@/domain/files/keep-file'
import { readUpload } from '@/domain/files/read-upload'
import { fileError, receiveFile } from '@/domain/files/receive-file'
import { UPLOADS_AT_ONCE } from '@/domain/files/rules'
import { requestTransfer } from '@/domain/transfers/request-transfer'
import type { Actor } from '@/lib/access/actor'
import { takePlace } from '@/lib/access/at-once'
import { currentActor } from '@/lib/access/current-actor'
import { may, type OperationName } from '@/lib/access/policy'
import { isSameOrigin } from '@/lib/access/same-origin'
import type { Answer } from '@/lib/door/definition'
import { type ErrorCode, toPublicError } from '@/lib/errors'
import { errorResponse, json, refusal, seeOther } from '@/lib/route-action'
import { sameSitePath } from '@/lib/same-site-path'

/**
 * Uploads one file (multipart: `file`, `title`): with `application` in the address as its attachment, with `commitment`
 * as evidence for it, with `transfer` (an award) as the document of a sale, with none as evidence of an officer. A form may name where to go next; it comes back there with `file` or `problem` in the address.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal('access.wrong-origin')
  const actor = await currentActor()
  if (actor.kind !== 'person') return refusal('access.signed-out')
  // All of this is asked before the body is read: nobody else makes the portal read 25 MB.
  const purpose = purposeOf(new URL(request.url).searchParams)
  const refused = await refusedFor(actor, purpose)
  if (refused) return unread(request, refused)
  const giveBack = takePlace(`upload|${actor.userId}`, UPLOADS_AT_ONCE)
  if (!giveBack) return unread(request, 'file.at-once')
  try {
    return await upload(request, actor, purpose)
  } finally {
    giveBack()
  }
}

const kinds = ['application', 'commitment', 'transfer'] as const
type Purpose = { kind: (typeof kinds)[number]; id: string } | { kind: 'evidence' }

function purposeOf(params: URLSearchParams): Purpose {
  const kind = kinds.find((each) => params.get(each))
  return kind ? { kind, id: params.get(kind)! } : { kind: 'evidence' }
}

async function refusedFor(actor: Actor, purpose: Purpose): Promise<ErrorCode | undefined> {
  if (purpose.kind === 'application') return refusedAttachment(actor, purpose.id)
  if (purpose.kind === 'evidence') return refusedBy(actor, 'file.keep-evidence')
  const { id } = purpose
  const refused = refusedBy(actor, purpose.kind === 'commitment' ? 'evidence.submit' : 'transfer.request')
  if (refused) return refused
  const own =
    purpose.kind === 'commitment'
      ? await ownCommitment(actor, { commitmentId: id })
      : (await ownBuildOut(actor, { awardId: id }))?.isOwner
  return own ? undefined : 'thing.not-found'
}

async function refusedAttachment(actor: Actor, applicationId: string): Promise<ErrorCode | undefined> {
  if (may(actor, 'application.attach-file') !== 'yes') return 'access.denied'
  const asked = await mayAttach(actor, { applicationId })
  return asked ? asked.refusal?.code : 'thing.not-found'
}

function refusedBy(actor: Actor, operation: OperationName): ErrorCode | undefined {
  const permission = may(actor, operation)
  if (permission === 'yes') return undefined
  return permission === 'no' ? 'access.denied' : 'access.second-factor-needed'
}

async function upload(request: Request, actor: Actor, purpose: Purpose): Promise<Response> {
  const read = await readUpload(request)
  if (read === 'too-large') return unread(request, 'file.too-large')
  if (read === 'unreadable') return refusal('input.unreadable')
  const { fields, file } = read
  const answer: Answer<Kept> = !file
    ? { ok: false, error: fileError('file.missing') }
    : await receiveFile(file, (kept) => keep(actor, purpose, fields, kept))
  const next = fields.get('next')
  if (next) return comeBack(sameSitePath(next), answer)
  return answer.ok ? json(201, answer.value) : errorResponse(answer.error)
}

type Kept = { fileId: string | null }

/** The operation that the file is for; `title` is what the person says of it. */
function keep(
  actor: Actor,
  purpose: Purpose,
  fields: Map<string, string>,
  file: KeptFile,
): Promise<Answer<Kept>> {
  const title = fields.get('title') ?? ''
  if (purpose.kind === 'application') return attachFile(actor, { applicationId: purpose.id, title, file })
  if (purpose.kind === 'commitment')
    return submitEvidence(actor, { commitmentId: purpose.id, kind: 'file', note: title, file })
  if (purpose.kind === 'transfer')
    return requestTransfer(actor, {
      awardId: purpose.id,
      ground: 'sale',
      toOrganisationId: fields.get('toOrganisationId') ?? '',
      statement: fields.get('statement') ?? '',
      file,
    })
  return keepEvidence(actor, { file })
}

/** Nothing of the form was kept, so a browser goes back to the page it came from. */
function unread(request: Request, code: ErrorCode): Response {
  const error = code.startsWith('file.') ? fileError(code) : toPublicError({ code, details: {} })
  const from = URL.parse(request.headers.get('referer') ?? '')
  const isForm = request.headers.get('accept')?.includes('text/html')
  if (!isForm || !from || error.status === 404) return errorResponse(error)
  return comeBack(sameSitePath(from.pathname), { ok: false, error })
}

function comeBack(path: string, answer: Answer<Kept>): Response {
  const [name, value]: [string, string | ErrorCode] = answer.ok
    ? ['file', answer.value.fileId ?? '']
    : ['problem', answer.error.code]
  const location = `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`
  return seeOther(location)
}
