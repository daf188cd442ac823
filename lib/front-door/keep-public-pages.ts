import type { IncomingMessage, ServerResponse } from 'node:http'
import { inject } from 'light-my-request'
import { THEME_COOKIE, ZONE_COOKIE } from '@/lib/viewer-cookies'
import { type Encoding, encodingFor, type KeptPage, keepPage } from './kept-page'

/** A page for everyone is at most this old. Whoever is signed in never gets a kept one. */
const KEPT_MS = 1000
const MOST = 64
const PUBLIC =
  /^\/(labels(\/[a-z0-9]{1,2})?|rounds(\/[\w-]+)?|results(\/[\w-]+)?|rules|data|feeds|proceeds|help(\/[a-z-]+)?)?$/

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void
type Kept = { since: number; page: Promise<KeptPage> }

/**
 * Answers the public pages of whoever is not signed in: rendered once a second at most for each address, theme and
 * time zone, compressed once, however many ask (thousands reload a page when an auction ends). Everything else, such as
 * what Next's router fetches, goes on to Next.
 * @param handle renders a page
 * @param tokenIn the session token in a Cookie header, if there is one
 * @param now milliseconds that only grow
 * @returns true when it answers
 */
export function keepPublicPages(
  handle: Handle,
  tokenIn: (cookies?: string) => string | undefined,
  now = () => performance.now(),
) {
  const kept = new Map<string, Kept>()

  function rendered(request: IncomingMessage, key: string, cookie: string): Promise<KeptPage> {
    const found = kept.get(key)
    if (found && now() - found.since < KEPT_MS) return found.page
    const page = render(handle, request, cookie)
    kept.delete(key)
    kept.set(key, { since: now(), page })
    page.catch(() => kept.delete(key))
    if (kept.size > MOST) kept.delete(kept.keys().next().value as string)
    return page
  }

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!isForEveryone(request) || tokenIn(request.headers.cookie)) return false
    const cookie = preferencesOf(request.headers.cookie)
    const encoding = encodingFor(request.headers['accept-encoding'])
    rendered(request, `${request.headers.host} ${request.url} ${cookie}`, cookie)
      .then((page) => send(response, page, encoding))
      .catch(() => {
        if (!response.headersSent) return handle(request, response)
        response.destroy()
      })
      .catch(() => response.destroy())
    return true
  }
}

function isForEveryone({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if ('rsc' in headers || 'next-action' in headers || url.length > 500) return false
  return PUBLIC.test(url.split('?', 1)[0]!)
}

/** What of a visitor's cookies a public page reads, in one order. */
function preferencesOf(cookies = ''): string {
  const wanted = [THEME_COOKIE, ZONE_COOKIE]
  return cookies
    .split(/;\s*/)
    .filter((cookie) => wanted.includes(cookie.split('=', 1)[0]!) && cookie.length < 100)
    .sort()
    .join('; ')
}

function render(handle: Handle, { url, headers }: IncomingMessage, cookie: string): Promise<KeptPage> {
  const { host } = headers
  const headersOfAll = { ...(host && { host }), ...(cookie && { cookie }), accept: 'text/html' }
  return new Promise((resolve, reject) => {
    const dispatch = async (asked: unknown, answer: unknown) => {
      try {
        await handle(asked as IncomingMessage, answer as ServerResponse)
      } catch (error) {
        reject(error)
      }
    }
    inject(dispatch, { method: 'GET', url: url ?? '/', headers: headersOfAll }).then(
      (answer) => resolve(keepPage(answer.statusCode, answer.headers, answer.rawPayload)),
      reject,
    )
  })
}

async function send(response: ServerResponse, page: KeptPage, encoding: Encoding): Promise<void> {
  const body = await page.body(encoding)
  response.writeHead(page.status, {
    ...page.headers,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    'content-length': body.byteLength,
    vary: 'accept-encoding, cookie, rsc',
  })
  response.end(body)
}
