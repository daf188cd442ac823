import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { answer } from './answer'
import seal from './seal'

const run = (verb: string, document: unknown) =>
  answer([seal], ['seal', verb], async () => JSON.stringify(document))

test('from ceremony to opening, on the command line alone (R8)', async () => {
  const identities = await Promise.all([1, 2, 3, 4, 5].map(() => generateHybridIdentity()))
  const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)))
  const custodians = recipients.map((recipient, index) => ({ custodian: `C${index}`, recipient }))
  const { document: made } = await run('ceremony', { round: 'rnd_1', custodians })
  const { recipient, shares: published } = made as { recipient: string; shares: { wrapped: string }[] }
  const shares: string[] = []
  for (const index of [4, 1, 3]) {
    const asked = { wrapped: published[index]!.wrapped, identity: identities[index] }
    shares.push(((await run('unwrap', asked)).document as { share: string }).share)
  }
  const place = { round: 'rnd_1', lot: 'lot_1', bidder: 'bdr_1', key: 'key-1' }
  const { document: bid } = await run('bid', { ...place, recipient, amountMinor: '250000' })
  const { ciphertext } = bid as { ciphertext: string }
  const { document: rebuilt } = await run('combine', { recipient, shares })
  const { secret } = rebuilt as { secret: string }
  const bids = [
    { ...place, ciphertext },
    { ...place, key: 'key-2', ciphertext },
  ]
  expect((await run('open', { secret, bids })).document).toMatchObject({
    opened: [{ amountMinor: 250000n }, { void: 'wrong-key' }],
  })
  expect((await run('combine', { recipient: recipients[0], shares })).exitCode).toBe(1)
  const wrong = { wrapped: published[0]!.wrapped, identity: identities[1] }
  expect(await run('unwrap', wrong)).toMatchObject({
    exitCode: 2,
    document: { error: { code: 'seal.wrong-identity' } },
  })
  const twice = custodians.map(({ custodian }) => ({ custodian, recipient: recipients[0] }))
  expect(await run('ceremony', { round: 'rnd_1', custodians: twice })).toMatchObject({
    exitCode: 2,
    document: { error: { code: 'seal.custodians' } },
  })
})

test('what is no recipient, amount or base64 is refused with its path', async () => {
  const place = { round: 'rnd_1', lot: 'lot_1', bidder: 'bdr_1', key: 'key-1' }
  const recipient = await identityToRecipient(await generateHybridIdentity())
  const bad = [
    { ...place, recipient: 'age1x', amountMinor: '5' },
    { ...place, recipient, amountMinor: '5.5' },
    { ...place, recipient, amountMinor: '0' },
  ]
  for (const document of bad) expect((await run('bid', document)).exitCode).toBe(2)
  const secret = await generateHybridIdentity()
  expect((await run('open', { secret, bids: [{ ...place, ciphertext: '*' }] })).exitCode).toBe(2)
})
