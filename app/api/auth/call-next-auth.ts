import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { sessionCookieName } from '@/lib/access/session-cookie'
import { authOptions } from './options'

type Request = {
  method: 'GET' | 'POST'
  path: [string, ...string[]]
  body?: object
  cookies?: Record<string, string>
}

/**
 * Signs in through next-auth within this process, so that a form works without JavaScript: its CSRF token first, then
 * the credentials, exactly as a browser would send them.
 * @returns the session cookie's value, or the code that the credentials were refused with
 */
export async function signInByNextAuth(
  provider: 'ticket' | 'passkey' | 'demo',
  credentials: Record<string, string>,
): Promise<{ token: string } | { refused: string }> {
  const csrf = await ask({ method: 'GET', path: ['csrf'] })
  const { csrfToken } = csrf.body as { csrfToken: string }
  const answer = await ask({
    method: 'POST',
    path: ['callback', provider],
    body: { ...credentials, csrfToken, callbackUrl: '/', json: 'true' },
    cookies: csrf.cookies,
  })
  const token = answer.cookies[sessionCookieName()]
  if (token) return { token }
  const { url } = answer.body as { url: string }
  return { refused: new URL(url).searchParams.get('error') ?? '' }
}

/** One call of the handler, without a network between. */
async function ask({ method, path, body = {}, cookies = {} }: Request) {
  const answer = { body: undefined as unknown, headers: new Map<string, unknown>() }
  const response = {
    status: () => response,
    getHeader: (name: string) => answer.headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => answer.headers.set(name.toLowerCase(), value),
    json: (value: unknown) => {
      answer.body = value
    },
    send: (value: unknown) => {
      answer.body = value
    },
    end: () => {},
  }
  const request = { method, query: { nextauth: path }, body, cookies, headers: {} }
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, authOptions())
  const set = (answer.headers.get('set-cookie') as string[] | undefined) ?? []
  return { body: answer.body, cookies: Object.fromEntries(set.map(nameAndValue)) }
}

function nameAndValue(line: string): [string, string] {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  return [name, decodeURIComponent(value)]
}
