import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers 400 to an address with a broken escape, on which Next would answer 500. True when it was answered here. */
export function refuseBrokenAddress(request: IncomingMessage, response: ServerResponse): boolean {
  try {
    decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    return false
  } catch {
    response.writeHead(400, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    response.end('This address cannot be read.\n')
    return true
  }
}
