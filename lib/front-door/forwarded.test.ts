import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { setForwarded } from './forwarded'

const request = () =>
  ({
    headers: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example', host: 'names.example' },
    socket: { remoteAddress: '198.51.100.7' },
  }) as unknown as IncomingMessage

test('without a proxy the socket says where a request comes from', () => {
  const direct = request()
  setForwarded(direct, false)
  expect(direct.headers).toEqual({ 'x-forwarded-for': '198.51.100.7', host: 'names.example' })
})

test('a proxy of ours is believed', () => {
  const proxied = request()
  setForwarded(proxied, true)
  expect(proxied.headers).toEqual(request().headers)
})
