import { readUpload } from '@/domain/files/read-upload'
import { readFile } from '@/domain/qpi-inputs/read-file'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { isSameOrigin } from '@/lib/access/same-origin'
import { type ErrorCode, type PublicError, refuse, toPublicError } from '@/lib/errors'
import { refusal, seeOther } from '@/lib/route-action'

/** Takes a file of a month from a form: goes on to what it says, or back with what was wrong; programs get JSON. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal('access.wrong-origin')
  const actor = await currentActor()
  // Asked before the body is read: nobody else makes the portal read it.
  if (may(actor, 'qpi-file.read') !== 'yes') return refusal('access.denied')
  const asJson = request.headers.get('accept') === 'application/json'
  const say = (code: ErrorCode) => comeBack(toPublicError(refuse(code)), asJson)
  const upload = await readUpload(request)
  if (upload === 'too-large') return say('input.too-large')
  if (upload === 'unreadable') return refusal('input.unreadable')
  const { file, fields } = upload
  if (!file) return say('file.missing')
  const answer = await readFile(actor, {
    kind: fields.get('kind') ?? '',
    source: fields.get('source') ?? '',
    period: (fields.get('period') ?? '').trim(),
    fileName: file.fileName.slice(0, 200),
    content: Buffer.from(file.bytes).toString('base64'),
  })
  if (!answer.ok) return comeBack(answer.error, asJson)
  return asJson ? Response.json(answer.value) : seeOther(`/admin/qpi/files/${answer.value.fileId}`)
}

function comeBack(error: PublicError, asJson: boolean): Response {
  if (!asJson) return seeOther(`/admin/qpi/files?problem=${error.code}`)
  const message = [error.message, ...Object.values(error.fields ?? {})].join(' ')
  return Response.json({ error: { code: error.code, message } }, { status: error.status })
}
