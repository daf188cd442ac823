import { sha256Hex } from '@/lib/hash'
import { isUnchanged } from '@/lib/not-modified'

/** An Atom feed, which readers may keep for a minute; who has it already is told so. */
export function answerFeed(request: Request, text: string): Response {
  const etag = `W/"${sha256Hex(text).slice(0, 32)}"`
  const headers = { 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*', etag }
  if (isUnchanged(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(text, {
    headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
