import { describe, expect, it } from 'vitest'
import { newSecret, signBody } from './sign-body'

describe('the signature of a webhook', () => {
  it('is the one that Standard Webhooks computes for its own example', () => {
    const headers = signBody(
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1614265330_000),
      '{"test": 2432232314}',
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    )
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it('is made with each secret while one is replaced, and secrets are 32 bytes', () => {
    const [one, other] = [newSecret(), newSecret()]
    expect(one).not.toBe(other)
    expect(Buffer.from(one.slice('whsec_'.length), 'base64')).toHaveLength(32)
    const signatures = signBody('msg_1', new Date(0), '{}', [one, other])['webhook-signature']!.split(' ')
    expect(signatures).toHaveLength(2)
    expect(new Set(signatures).size).toBe(2)
  })
})
