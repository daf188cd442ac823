import { readUpload } from '@/domain/files/read-upload'
import { readBankFile } from '@/domain/payments/read-file'
import { MOST_STATEMENT_BYTES } from '@/domain/payments/statements/statement'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { isSameOrigin } from '@/lib/access/same-origin'
import { refusal, seeOther } from '@/lib/route-action'

/** Takes a bank file from a form and goes on to what it would do, or back with what was wrong in the address. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal('access.wrong-origin')
  const actor = await currentActor()
  // Asked before the body is read: nobody else makes the portal read it.
  if (may(actor, 'payment.read-file') !== 'yes') return refusal('access.denied')
  const upload = await readUpload(request)
  if (upload === 'too-large') return seeOther('/admin/payments?problem=input.too-large')
  if (upload === 'unreadable') return refusal('input.unreadable')
  const { file } = upload
  if (!file) return seeOther('/admin/payments?problem=file.missing')
  if (file.bytes.length > MOST_STATEMENT_BYTES) return seeOther('/admin/payments?problem=input.too-large')
  const content = Buffer.from(file.bytes).toString('base64')
  const answer = await readBankFile(actor, { fileName: file.fileName.slice(0, 200), content })
  return seeOther(
    answer.ok
      ? `/admin/payments/files/${answer.value.bankFileId}`
      : `/admin/payments?problem=${answer.error.code}`,
  )
}
