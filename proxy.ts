import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'

/**
 * Request id, content security policy with a nonce, and nothing about authorization (that is the doors' work).
 * Next takes its nonce from the request's own policy header, so inbound ones are replaced, never believed.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  for (const name of [...headers.keys()])
    if (name.startsWith('x-middleware-') || name === 'x-nonce') headers.delete(name)
  const requestId = randomBytes(9).toString('base64url')
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-request-id', requestId)
  headers.set('x-path', request.nextUrl.pathname)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', requestId)
  return response
}

function contentSecurityPolicy(nonce: string): string {
  // React's development build needs eval for its error overlay; production does not get it.
  const evaluate = process.env.NODE_ENV === 'production' ? '' : " 'unsafe-eval'"
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Widths of bars and positions in plots are style attributes; they carry no script.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

// Files are carried without it: in front of a proxy Next keeps the whole body in memory and cuts it off at 10 MB.
export const config = { matcher: ['/((?!_next/static|favicon|fonts/|api/v1/files).*)'] }
