import { expect, test } from 'vitest'
import { parseNote, signNote } from './note'
import type { RoundFile } from './round-file'
import { RECEIPTS, SEED } from './sample-round.harness'
import { bidsOf, type SampleBid, sampleSealedRound } from './sample-sealed.harness'
import type { Verdict } from './verdict'
import { verifyText } from './verify-text'

const verify = (file: RoundFile) => verifyText(JSON.stringify(file), { key: file.key })

/** Two names: replaced, withdrawn, void in every way, below the reserve and over the limit of all names together. */
const busy: readonly SampleBid[] = [
  { lot: 0, bidder: 'A', amountMinor: 900_000n },
  { lot: 1, bidder: 'A', amountMinor: 9_500_000n },
  { lot: 0, bidder: 'B', amountMinor: 800_000n },
  { lot: 0, bidder: 'C', amountMinor: 600_000n, spoilt: 'wrong-lot' },
  { lot: 1, bidder: 'C', amountMinor: 1_000_000n },
  { lot: 1, bidder: 'C', amountMinor: null },
  { lot: 0, bidder: 'A', amountMinor: 850_000n, spoilt: 'unreadable' },
  { lot: 1, bidder: 'B', amountMinor: 400_000n },
  { lot: 0, bidder: 'B', amountMinor: 820_000n },
  { lot: 1, bidder: 'B', amountMinor: 700_000n, spoilt: 'wrong-bidder' },
]
const pair = ['sealed-second-price', 'sealed-second-price']
const whole = await sampleSealedRound(pair, busy)
/** Three bids on one name. */
const small = await sampleSealedRound(['sealed-second-price'])

/** Of the entry whose text has all of these. */
function placeOf(file: RoundFile, ...parts: string[]): number {
  return file.entries.find(({ data }) => parts.every((part) => data.includes(part)))!.index
}

/** The problem that is named first once entries are told otherwise; that their leaves differ is known anyway. */
function beyondLeaves({ wrong }: Verdict) {
  return wrong.filter(({ problem }) => !/in its place|another root|was made final/.test(problem))
}

/** The text of one entry, replaced. */
function edit(file: RoundFile, parts: string[], from: string | RegExp, to: string): RoundFile {
  const entries = file.entries.map((entry) => {
    if (!parts.every((part) => entry.data.includes(part))) return entry
    return { ...entry, data: entry.data.replace(from, to) }
  })
  expect(entries).not.toEqual(file.entries)
  return { ...file, entries }
}

test.each(['sealed-first-price', 'sealed-second-price', 'sealed-quality-weighted', 'draw', 'tie-by-score'])(
  'R8.3 opens every bid of %s again and comes to the published result',
  async (name) => {
    const verdict = await verify(await sampleSealedRound([name]))
    expect(verdict.wrong).toEqual([])
    expect(verdict.checks.map(({ passed }) => passed)).not.toContain(false)
    expect(verdict).toMatchObject({ ok: true, lots: [{ status: 'sold' }] })
    expect(verdict.sealed).toMatchObject({
      opened: bidsOf(name).filter(({ amountMinor }) => amountMinor !== null).length,
      proven: [1, 2, 3, 4],
      released: [1, 3, 5],
    })
  },
)

test('R8.3 tells which bids are void and why, and counts the limit over all names (R7.2)', async () => {
  const verdict = await verify(whole)
  expect(verdict.wrong).toEqual([])
  expect(verdict.sealed?.voids).toMatchObject([
    { label: 'q0', paddle: 'C', reason: 'wrong-lot' },
    { label: 'q0', paddle: 'A', reason: 'unreadable' },
    { label: 'q1', paddle: 'B', reason: 'wrong-bidder' },
  ])
  const told = whole.entries.map(({ data }) => data).join()
  expect(told).toContain('"reason":"bid.over-limit"')
  expect(told).toContain('"reason":"bid.below-reserve"')
  expect(verdict.lots).toMatchObject([
    { label: 'q0', winner: 'A', priceMinor: '820000' },
    { label: 'q1', status: 'unsold' },
  ])
})

test('R9.4 a wrong amount, a void without cause and a bid put in another’s place: the event is named', async () => {
  const own = ['lot.event', 'lot_0', '"sequence":3']
  const entry = placeOf(whole, ...own)
  for (const [from, to] of [
    ['"800000"', '"810000"'],
    [
      /"amountMinor":"800000",(.*)"sequence":3,"type":"bid-submitted"/,
      '$1"reason":"unreadable","sequence":3,"type":"bid-voided"',
    ],
    ['"bid_2"', '"bid_8"'],
  ] as const) {
    const verdict = await verify(edit(whole, own, from, to))
    expect(verdict.firstWrong).toMatchObject({ entry })
    expect(beyondLeaves(verdict)[0], to).toMatchObject({ entry, label: 'q0', sequence: 3 })
  }
})

test('R9.4 a bid that is left out, changed or exchanged: the entry that took it in is named', async () => {
  const { sealed } = small
  const bids = sealed!.bids
  const withBids = (changed: typeof bids) => verify({ ...small, sealed: { ...sealed!, bids: changed } })
  const entry = placeOf(small, 'bid.place', '"bid_1"')
  const without = bids.filter((_, at) => at !== 1)
  expect((await withBids(without)).firstWrong).toMatchObject({
    entry,
    problem: expect.stringContaining('not among'),
  })
  const swap = (one: number, other: number) =>
    bids.map((bid, at) => {
      const { ciphertext } = bids[at === one ? other : at === other ? one : at]!
      return { ...bid, ciphertext }
    })
  expect((await withBids(swap(1, 2))).firstWrong).toMatchObject({
    entry,
    problem: expect.stringContaining('not the one that was handed in'),
  })
  const turned = bids.map((bid, at) => (at === 1 ? { ...bid, bidder: 'bdr_A' } : bid))
  expect((await withBids(turned)).firstWrong).toMatchObject({ entry })
  const reordered = [bids[1]!, ...bids.filter((_, at) => at !== 1)]
  expect((await withBids(reordered)).firstWrong).toMatchObject({
    entry: placeOf(small, 'opening.begin'),
    problem: expect.stringContaining('fixed in entry'),
  })
  const unsigned = bids.map((bid, at) =>
    at === 1 ? { ...bid, receipt: bid.receipt.replace('key_1', 'key_9') } : bid,
  )
  expect((await withBids(unsigned)).firstWrong).toMatchObject({
    entry,
    problem: expect.stringContaining('is not signed'),
  })
})

test('R8.1 a receipt under another paddle than its entry names is found, whoever signed it', async () => {
  const bids = small.sealed!.bids.map((bid, at) => {
    const { text } = parseNote(bid.receipt)!
    return at === 1
      ? { ...bid, receipt: signNote(text.replace('paddle B', 'paddle C'), RECEIPTS, SEED) }
      : bid
  })
  const { firstWrong } = await verify({ ...small, sealed: { ...small.sealed!, bids } })
  expect(firstWrong).toMatchObject({
    entry: placeOf(small, 'bid.place', '"bid_1"'),
    problem: expect.stringContaining('another paddle'),
  })
})

test('R8.2 another recipient, another secret, a proof or release that is not one: the entry is named', async () => {
  const published = ['round-key.publish']
  const other = edit(small, published, /"recipient":"age1pq1./, '"recipient":"age1pq1x')
  expect(beyondLeaves(await verify(other))[0]).toMatchObject({
    entry: placeOf(small, ...published),
    problem: 'The secret of the sealed bids is not that of the key they were sealed to.',
  })
  const secret = 'AGE-SECRET-KEY-PQ-1'.padEnd(75, 'Q')
  expect((await verify({ ...small, sealed: { ...small.sealed!, secret } })).firstWrong).toMatchObject({
    entry: placeOf(small, ...published),
  })
  const proof = ['share.prove', '"proofs":4']
  const forged = edit(small, proof, /"proof":"../, '"proof":"00')
  expect(beyondLeaves(await verify(forged))[0]).toMatchObject({
    entry: placeOf(small, ...proof),
    problem: expect.stringContaining('was not made with share 4'),
  })
  const three = { ...small, entries: small.entries.filter(({ index }) => index !== placeOf(small, ...proof)) }
  expect((await verify(three)).firstWrong).toMatchObject({
    problem: expect.stringContaining('before 4 custodians had proven'),
  })
  const released = ['share.release', '"released":3']
  const two = {
    ...small,
    entries: small.entries.filter(({ index }) => index !== placeOf(small, ...released)),
  }
  expect((await verify(two)).firstWrong).toMatchObject({
    entry: placeOf(small, 'opening.open-bids'),
    problem: expect.stringContaining('before three custodians'),
  })
})

test('R16.3 a decision by one person is named, and scores, settings and rules of another round', async () => {
  const alone = edit(small, ['opening.begin'], '"approver":"sub_miro"', '"approver":null')
  expect(beyondLeaves(await verify(alone))[0]).toMatchObject({
    entry: placeOf(small, 'opening.begin'),
    problem: expect.stringContaining('it takes two'),
  })
  const { round } = small
  for (const change of [
    { scoresHash: 'd0'.repeat(32) },
    { rulesVersion: '2' },
    { name: 'Another' },
    { secret: null },
  ])
    expect((await verify({ ...small, round: { ...round, ...change } })).ok, JSON.stringify(change)).toBe(
      false,
    )
  const without = small.entries.filter(({ data }) => !data.includes('round.approve'))
  expect((await verify({ ...small, entries: without })).ok).toBe(false)
})

test('R9.4 with the secret given to the auditor it checks all but the opening, and says so', async () => {
  const file = await sampleSealedRound(['sealed-second-price'], undefined, { sealedSecret: 'auditor' })
  expect(file.sealed).toMatchObject({ secret: null, bids: [{ ciphertext: null }, {}, {}] })
  const verdict = await verify(file)
  expect(verdict.wrong).toEqual([])
  expect(verdict.checks).toContainEqual({
    what: 'Every sealed bid, opened again',
    found: 'Withheld: the settings give the secret to the auditor',
    passed: null,
  })
  expect(verdict.notChecked.join()).toContain('What is in the sealed bids')
  expect((await verify(small)).notChecked.join()).not.toContain('What is in the sealed bids')
  const { secret, bids } = small.sealed!
  expect((await verify({ ...small, sealed: { secret: null, bids } })).ok).toBe(false)
  const hidden = bids.map((bid) => ({ ...bid, ciphertext: null }))
  expect((await verify({ ...small, sealed: { secret, bids: hidden } })).ok).toBe(false)
  expect((await verify({ ...small, sealed: null })).ok).toBe(false)
})
