import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/lib/front-door/content-security-policy'

/**
 * Request id, content security policy with a nonce, and nothing about authorization (that is the doors' work).
 * Next takes its nonce from the request's own policy header, so inbound ones are replaced, never believed.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  // React's development build needs eval for its error overlay; production does not get it.
  const evaluate = process.env.NODE_ENV === 'production' ? '' : " 'unsafe-eval'"
  const policy = contentSecurityPolicy(`'nonce-${nonce}' 'strict-dynamic'${evaluate}`, `'nonce-${nonce}'`)
  const headers = new Headers(request.headers)
  for (const name of [...headers.keys()])
    if (name.startsWith('x-middleware-') || name === 'x-nonce') headers.delete(name)
  const requestId = randomBytes(9).toString('base64url')
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-request-id', requestId)
  headers.set('x-path', addressOf(request.nextUrl))
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', requestId)
  return response
}

/** Where the reader is, to come back to after signing in or a switch in the footer; without what Next adds of its own. */
function addressOf({ pathname, searchParams }: URL): string {
  const asked = new URLSearchParams(searchParams)
  asked.delete('_rsc')
  return asked.size > 0 ? `${pathname}?${asked}` : pathname
}

// Files are carried without it: in front of a proxy Next keeps the whole body in memory and cuts it off at 10 MB.
export const config = { matcher: ['/((?!_next/static|favicon|fonts/|api/v1/files).*)'] }
