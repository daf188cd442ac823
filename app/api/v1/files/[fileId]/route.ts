import { fileToDownload } from '@/domain/files/queries'
import { currentActor } from '@/lib/access/current-actor'
import { localStore } from '@/lib/files'
import { log } from '@/lib/log'
import { refusal } from '@/lib/route-action'

/**
 * A file for whoever may read what it belongs to; foreign and unknown ids answer alike. It is always saved, never shown
 * in the site's own frame, and can run nothing.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  const { fileId } = await params
  const file = await fileToDownload(await currentActor(), { fileId })
  if (!file) return refusal('thing.not-found')
  const bytes = await localStore.get(file.storageKey).catch((error: unknown) => {
    log().error({ err: error, fileId }, 'the bytes of a file are missing')
    return undefined
  })
  if (!bytes) return refusal('thing.not-found')
  const ascii = file.fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeFileName(file.fileName)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    },
  })
}

/** RFC 5987: `encodeURIComponent` leaves five characters that a header value may not hold. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
