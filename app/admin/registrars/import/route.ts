import { readUpload } from '@/domain/files/read-upload'
import { importRegistrars, MOST_BYTES } from '@/domain/registrars/import-registrars'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { isSameOrigin } from '@/lib/access/same-origin'
import { refusal, seeOther } from '@/lib/route-action'

/** Takes IANA's list from a form and returns to the page, with the import or what was wrong in the address. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal('access.wrong-origin')
  const actor = await currentActor()
  // Asked before the body is read: nobody else makes the portal read it.
  if (may(actor, 'registrar.import') !== 'yes') return refusal('access.denied')
  const upload = await readUpload(request)
  if (upload === 'too-large') return comeBack({ problem: 'input.too-large' })
  if (upload === 'unreadable') return refusal('input.unreadable')
  const { file } = upload
  if (!file) return comeBack({ problem: 'file.missing' })
  if (file.bytes.length === 0) return comeBack({ problem: 'file.empty' })
  if (file.bytes.length > MOST_BYTES) return comeBack({ problem: 'input.too-large' })
  // Bytes that are no text become replacement characters, which no list has in its heading.
  const csv = new TextDecoder().decode(file.bytes).replaceAll('\0', '\ufffd')
  const answer = await importRegistrars(actor, { source: file.fileName.slice(0, 200), csv })
  return comeBack(answer.ok ? { import: answer.value.importId } : { problem: answer.error.code })
}

function comeBack(query: Record<string, string>): Response {
  const location = `/admin/registrars?${new URLSearchParams(query)}`
  return seeOther(location)
}
