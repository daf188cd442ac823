import { Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, test } from 'vitest'
import { commitmentOf, sha256Of } from './commitment'
import { type Content, jsonOf, newContent, type Place, toPlain } from './content'
import { isEnvelope } from './envelope'
import { isSecretOf, openBids, openerWith } from './open'
import { encryptTo, isRecipient, sealBid } from './seal'

const place: Place = { round: 'rnd_1', lot: 'lot_1', bidder: 'bdr_1', key: 'key-00000' }
let secret = ''
let recipient = ''
beforeAll(async () => {
  secret = await generateHybridIdentity()
  recipient = await identityToRecipient(secret)
})
const sealText = (text: string) => encryptTo(recipient, new TextEncoder().encode(text.padEnd(4096)))
const reasonOf = async (ciphertext: Uint8Array, where = place) => {
  const opened = await openerWith(secret)({ ...where, ciphertext })
  return 'void' in opened ? opened.void : opened.amountMinor
}

describe('Seal v1', () => {
  test('a bid opens to its amount, in its own place alone', async () => {
    const { ciphertext, sha256, commitment } = await sealBid(recipient, place, 123_456_789n)
    expect(await reasonOf(ciphertext)).toBe(123_456_789n)
    expect(await reasonOf(ciphertext, { ...place, round: 'rnd_2' })).toBe('wrong-round')
    expect(await reasonOf(ciphertext, { ...place, lot: 'lot_2' })).toBe('wrong-lot')
    expect(await reasonOf(ciphertext, { ...place, bidder: 'bdr_2' })).toBe('wrong-bidder')
    expect(await reasonOf(ciphertext, { ...place, key: 'key-00001' })).toBe('wrong-key')
    expect(sha256).toBe(sha256Of(ciphertext))
    expect(commitment).toBe(commitmentOf(ciphertext))
    expect(commitment).not.toBe(sha256)
  })

  test('nothing of it shows: neither the same bid twice nor the length of the amount', async () => {
    const amounts = [1n, 1n, 10n ** 17n]
    const [small, same, large] = await Promise.all(amounts.map((minor) => sealBid(recipient, place, minor)))
    expect(small!.sha256).not.toBe(same!.sha256)
    expect(small!.ciphertext).toHaveLength(large!.ciphertext.length)
    expect(Buffer.from(large!.ciphertext).toString('latin1')).not.toContain('1000')
  })

  test('only the recipient’s secret opens it, and only a hybrid recipient is sealed to', async () => {
    const another = await generateHybridIdentity()
    const { ciphertext } = await sealBid(recipient, place, 5n)
    expect(await openerWith(another)({ ...place, ciphertext })).toEqual({
      void: 'unreadable',
      plainHash: null,
    })
    expect([await isSecretOf(secret, recipient), await isSecretOf(another, recipient)]).toEqual([true, false])
    expect(await isSecretOf('no secret', recipient)).toBe(false)
    expect(isRecipient(recipient)).toBe(true)
    const classical = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'
    expect(isRecipient(classical)).toBe(false)
    await expect(sealBid(classical, place, 5n)).rejects.toThrow('no hybrid age recipient')
  })

  test('what others wrote never throws: it is void, with the reason', async () => {
    const { ciphertext } = await sealBid(recipient, place, 5n)
    const changed = Uint8Array.from(ciphertext)
    changed[changed.length - 9]! ^= 1
    expect(await reasonOf(changed)).toBe('unreadable')
    expect(await reasonOf(new Uint8Array())).toBe('not-canonical')
    expect(await reasonOf(Uint8Array.from([...ciphertext, 0]))).toBe('not-canonical')
    const content = newContent(place, 5n)
    const json = jsonOf(content)
    expect(await reasonOf(await sealText(json))).toBe(5n)
    const wrong = [
      'no JSON',
      'null',
      '[1]',
      json.replace('{', '{ '),
      json.replace('"v":1', '"v":2'),
      json.replace('"v":1', '"v":1,"w":2'),
      json.replace('"5"', '5'),
      ...['0', '-1', '5.5', '05', '1e3', '9'.repeat(19)].map((amount) => json.replace('"5"', `"${amount}"`)),
      json.replace(content.nonce, 'AAAA'),
    ]
    for (const text of wrong)
      expect([text, await reasonOf(await sealText(text))]).toEqual([text, 'not-canonical'])
    expect(await reasonOf(await encryptTo(recipient, new TextEncoder().encode(json)))).toBe('not-canonical')
    const notText = new Uint8Array(4096).fill(0xff)
    expect(await reasonOf(await encryptTo(recipient, notText))).toBe('not-canonical')
  })

  test('a bid that is too long for its padding is refused, not cut', () => {
    expect(() => toPlain({ ...newContent(place, 5n), lot: 'x'.repeat(4096) })).toThrow(RangeError)
  })

  test('bids of a round are opened in order; a nonce of somebody else’s earlier bid is a copy', async () => {
    const content: Content = newContent(place, 700n)
    const theirs = { ...content, bidder: 'bdr_2', key: 'key-2' }
    const boxed = async (each: Content) => ({
      ...each,
      ciphertext: await encryptTo(recipient, toPlain(each)),
    })
    const bids = await Promise.all([content, { ...content, key: 'key-1' }, theirs].map(boxed))
    const bad = { ...place, ciphertext: new TextEncoder().encode('garbage') }
    const opened = await openBids([bad, ...bids], secret)
    const told = opened.map((each) => ('void' in each ? each.void : each.amountMinor))
    expect(told).toEqual(['not-canonical', 700n, 700n, 'copied'])
  })
})

describe('the envelope, which needs no key to be judged', () => {
  const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
  const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

  test('one hybrid stanza, grease besides; no armour, no other recipient, no other length', async () => {
    const { ciphertext } = await sealBid(recipient, place, 5n)
    expect(isEnvelope(ciphertext)).toBe(true)
    const grease = textOf(ciphertext).replace('\n--- ', '\n-> x-grease y\nAAAA\n--- ')
    expect(isEnvelope(bytesOf(grease))).toBe(true)
    const other = textOf(ciphertext).replace('\n--- ', '\n-> X25519 y\nAAAA\n--- ')
    expect(isEnvelope(bytesOf(other))).toBe(false)
    const older = textOf(ciphertext).replace('age-encryption.org/v1', 'age-encryption.org/v0')
    expect(isEnvelope(bytesOf(older))).toBe(false)
    expect(isEnvelope(ciphertext.slice(0, -1))).toBe(false)
    expect(isEnvelope(new Uint8Array(20_000))).toBe(false)
    expect(isEnvelope(bytesOf('no header at all'))).toBe(false)
    expect(isEnvelope(bytesOf('x\n'.repeat(500)))).toBe(false)
    const two = new Encrypter()
    two.addRecipient(recipient)
    two.addRecipient(await identityToRecipient(await generateHybridIdentity()))
    expect(isEnvelope(await two.encrypt(new Uint8Array(4096)))).toBe(false)
  })
})
