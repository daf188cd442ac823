import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBase64 } from './base64'
import { type Ceremony, type Holder, holdCeremony } from './ceremony'
import { isSecretOf } from './open'
import { combineShares, hashOfShare, holdsShare, proveShare, unwrapShare } from './share'

const identities: string[] = []
const holders: Holder[] = []
let ceremony: Ceremony
beforeAll(async () => {
  for (let index = 0; index < 5; index++) {
    const identity = await generateHybridIdentity()
    identities.push(identity)
    holders.push({ custodian: `usr_${index}`, recipient: await identityToRecipient(identity) })
  }
  ceremony = await holdCeremony('rnd_1', holders)
})
const shareOf = async (index: number) =>
  (await unwrapShare(fromBase64(ceremony.shares[index]!.wrapped)!, identities[index]!))!

describe('a ceremony', () => {
  test('three shares rebuild the secret of the recipient, two do not', async () => {
    const shares = await Promise.all([0, 2, 4].map(shareOf))
    expect(await isSecretOf(await combineShares(shares), ceremony.recipient)).toBe(true)
    expect(await isSecretOf(await combineShares(shares.slice(0, 2)), ceremony.recipient)).toBe(false)
    const wrong = [
      shares[0]!,
      shares[1]!,
      Uint8Array.from(shares[2]!, (byte, at) => (at === 5 ? byte ^ 1 : byte)),
    ]
    expect(await isSecretOf(await combineShares(wrong), ceremony.recipient)).toBe(false)
  })

  test('leaves nothing behind but the recipient, wrapped shares and what tells them apart', async () => {
    expect(JSON.stringify(ceremony)).not.toContain('AGE-SECRET-KEY')
    const share = await shareOf(1)
    expect(hashOfShare(share)).toBe(ceremony.shares[1]!.sha256)
    expect(new Set(ceremony.shares.map(({ sha256 }) => sha256)).size).toBe(5)
    expect(Object.keys(ceremony).sort()).toEqual(['recipient', 'round', 'shares', 'threshold', 'v'])
  })

  test('a share opens with its own custodian’s key alone', async () => {
    const wrapped = fromBase64(ceremony.shares[0]!.wrapped)!
    expect(await unwrapShare(wrapped, identities[1]!)).toBeUndefined()
    expect(await unwrapShare(wrapped, 'AGE-SECRET-KEY-PQ-1MISTYPED')).toBeUndefined()
    expect(await unwrapShare(wrapped, ` ${identities[0]}\n`)).toBeDefined()
  })

  test('is held for five different custodians', async () => {
    await expect(holdCeremony('rnd_1', holders.slice(1))).rejects.toThrow('5 different custodians')
    const twice = [...holders.slice(1), { ...holders[0]!, custodian: 'usr_4' }]
    await expect(holdCeremony('rnd_1', twice)).rejects.toThrow('5 different custodians')
  })
})

test('the drill proves a share without showing it', async () => {
  const share = await shareOf(0)
  const { proofKey } = ceremony.shares[0]!
  const proof = proveShare(share, 'challenge 1')
  expect(holdsShare(proofKey, 'challenge 1', proof)).toBe(true)
  expect(holdsShare(proofKey, 'challenge 2', proof)).toBe(false)
  expect(holdsShare(ceremony.shares[1]!.proofKey, 'challenge 1', proof)).toBe(false)
  expect(holdsShare(proofKey, 'challenge 1', 'no proof')).toBe(false)
  const hex = Buffer.from(share).toString('hex')
  expect(proof).not.toContain(hex.slice(0, 16))
})

test('base64 is read in its one form alone', () => {
  expect(fromBase64('AAE=')).toEqual(Uint8Array.of(0, 1))
  for (const text of ['AAE', 'AAF=', 'A*E=', ' AAE=']) expect(fromBase64(text)).toBeUndefined()
})
