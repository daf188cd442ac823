import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { checkSignature, isRecent, signatureOf } from './signed-webhook'

const secret = (fill: number) => `whsec_${Buffer.alloc(32, fill).toString('base64')}`
const [now, old, other] = [secret(1), secret(2), secret(3)]
const at = new Date('2026-11-22T08:00:00Z')
const seconds = Math.floor(at.getTime() / 1000)
const body = '{"type":"domain.created","data":{"name":"q7.org"}}'

const headers = (change: Record<string, string> = {}) =>
  new Headers({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatureOf({ id: 'msg_1', timestamp: String(seconds), body }, now),
    ...change,
  })

describe('a signed message', () => {
  test('is what the reference library signs, and the other way round', () => {
    const reference = new Webhook(now)
    const signature = reference.sign('msg_1', at, body)
    expect(signature).toBe(signatureOf({ id: 'msg_1', timestamp: String(seconds), body }, now))
    expect(checkSignature(headers({ 'webhook-signature': signature }), body, [now])).toEqual({
      ok: true,
      id: 'msg_1',
      sentAt: at,
    })
  })

  test('may be signed by the old or the new secret, and by several at once', () => {
    expect(checkSignature(headers(), body, [old, now])).toMatchObject({ ok: true })
    const both = `v1,AAAA v1a,BBBB ${headers().get('webhook-signature')}`
    expect(checkSignature(headers({ 'webhook-signature': both }), body, [now])).toMatchObject({
      ok: true,
    })
    expect(checkSignature(headers(), body, [other])).toEqual({ ok: false, why: 'signature' })
    expect(checkSignature(headers(), body, [])).toEqual({ ok: false, why: 'signature' })
  })

  test('counts byte by byte: a space more, another id or another time is another message', () => {
    for (const [head, text] of [
      [headers(), `${body} `],
      [headers({ 'webhook-id': 'msg_2' }), body],
      [headers({ 'webhook-timestamp': String(seconds + 1) }), body],
    ] as const)
      expect(checkSignature(head, text, [now])).toEqual({ ok: false, why: 'signature' })
  })

  test.each([
    [0, true],
    [300, true],
    [301, false],
    [-300, true],
    [-301, false],
  ])('received %i seconds after it was sent: %s', (late, taken) => {
    const received = new Date(at.getTime() + late * 1000)
    expect(isRecent(at, received)).toBe(taken)
  })

  test.each<Record<string, string>>([
    { 'webhook-id': '' },
    { 'webhook-signature': '' },
    { 'webhook-timestamp': 'soon' },
    { 'webhook-timestamp': '-1' },
    { 'webhook-id': 'x'.repeat(201) },
  ])('without what it needs is none: %o', (change) =>
    expect(checkSignature(headers(change), body, [now])).toEqual({ ok: false, why: 'missing' }),
  )
})
