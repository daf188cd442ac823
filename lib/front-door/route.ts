import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/lib/log'
import { type Handler, sendRefusal } from './answer'

export type Routes = Record<string, Handler>

/**
 * Finds the handler for `METHOD /path/{part}` and answers with it; false when the path is none of ours. Another method
 * on one of our paths is answered with 405. A handler that throws is answered with 500 and logged: never a stack trace.
 */
export function frontDoor(routes: Routes): (request: IncomingMessage, response: ServerResponse) => boolean {
  const known = Object.entries(routes).map(([route, handler]) => {
    const [method, path] = route.split(' ') as [string, string]
    const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
    return { method, pattern, handler }
  })
  return (request, response) => {
    const url = readUrl(request)
    const onPath = url ? known.filter(({ pattern }) => pattern.test(url.pathname)) : []
    if (!url || onPath.length === 0) return false
    const found = onPath.find(({ method }) => method === request.method)
    if (!found) {
      response.setHeader('allow', onPath.map(({ method }) => method).join(', '))
      sendRefusal(response, 'request.wrong-method', { method: request.method ?? '' })
      return true
    }
    const params = { ...found.pattern.exec(url.pathname)?.groups }
    Promise.resolve(found.handler({ request, response, url, params })).catch((error: unknown) => {
      log().error({ err: error, path: url.pathname }, 'the front door failed')
      sendRefusal(response, 'server.failed')
    })
    return true
  }
}

function readUrl(request: IncomingMessage): URL | undefined {
  return URL.parse(request.url ?? '', 'http://portal') ?? undefined
}
