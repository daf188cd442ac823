import type { ServerResponse } from 'node:http'
import { inject } from 'light-my-request'
import { expect, test } from 'vitest'
import { refuseUnreadable } from './refuse-unreadable'

const status = async (method: string, url: string) => {
  const answer = await inject(
    (request, response) => {
      if (!refuseUnreadable(request as never, response as never))
        (response as ServerResponse).writeHead(200).end()
    },
    { method: method as 'GET', url: '/', ...(url && { url }) },
  )
  return answer.statusCode
}

test.each([
  ['GET', '/labels/%E0%A4%A', 400],
  ['GET', '/labels/%00', 400],
  ['GET', '/api/stream?topics=lot:%00', 400],
  ['DELETE', '/labels', 405],
  ['TRACE', '/', 405],
  ['PROPFIND', '/api/v1/labels', 405],
  ['PUT', '/api/v1/applications/a/sections/purpose', 200],
  ['POST', '/labels', 200],
  ['GET', '/labels?q=%FF', 200],
])('%s %s is answered with %i', async (method, url, expected) => {
  expect(await status(method, url)).toBe(expected)
})
