import { expect, test } from 'vitest'
import { seal } from '@/lib/secrets'
import { openBid, type SealedContext, sealBid } from './sealed-box'

const here: SealedContext = { roundId: 'rnd_1', lotId: 'lot_1', bidderId: 'bdr_1', key: 'key-00000' }
const boxed = (text: string) => seal(`sealed-bids:${here.roundId}`, Buffer.from(text))

test('a box opens to the amount, in its own place alone', () => {
  const { ciphertext } = sealBid({ amountMinor: 123_456_789n }, here)
  expect(openBid(ciphertext, here)).toEqual({ amountMinor: 123_456_789n })
  expect(openBid(ciphertext, { ...here, lotId: 'lot_2' })).toEqual({ void: 'wrong-lot' })
  expect(openBid(ciphertext, { ...here, bidderId: 'bdr_2' })).toEqual({ void: 'wrong-bidder' })
  expect(openBid(ciphertext, { ...here, key: 'key-00001' })).toEqual({ void: 'wrong-key' })
  expect(openBid(ciphertext, { ...here, roundId: 'rnd_2' })).toEqual({ void: 'unreadable' })
})

test('nothing of the bid shows: neither the same bid twice nor the length of the amount', () => {
  const [small, same, large] = [1n, 1n, 10n ** 17n].map((amountMinor) => sealBid({ amountMinor }, here))
  expect(small!.sha256).not.toBe(same!.sha256)
  expect(small!.ciphertext).toHaveLength(large!.ciphertext.length)
  expect(Buffer.from(large!.ciphertext).toString('latin1')).not.toContain('1000')
})

test('what others wrote never throws: it is void, with the reason', () => {
  const { ciphertext } = sealBid({ amountMinor: 5n }, here)
  const changed = Uint8Array.from(ciphertext)
  changed[40]! ^= 1
  expect(openBid(changed, here)).toEqual({ void: 'unreadable' })
  expect(openBid(new Uint8Array(), here)).toEqual({ void: 'unreadable' })
  expect(openBid(boxed('no JSON'), here)).toEqual({ void: 'not-canonical' })
  expect(openBid(boxed('{ "v": 1 }'), here)).toEqual({ void: 'not-canonical' })
  expect(openBid(boxed('{"round":"rnd_2"}'), here)).toEqual({ void: 'wrong-round' })
  const content = (amount: unknown) =>
    boxed(
      JSON.stringify({
        amountMinor: amount,
        bidder: here.bidderId,
        key: here.key,
        lot: here.lotId,
        round: here.roundId,
      }),
    )
  for (const amount of [5, '5.5', '-1', null])
    expect(openBid(content(amount), here)).toEqual({ void: 'not-canonical' })
  expect(openBid(content('5'), here)).toEqual({ amountMinor: 5n })
})
