import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Random } from '../engine/simulate/random'
import { signCheckpoint } from './checkpoint'
import { empty, grow, rootOfGrowth } from './growth'
import { leafHash } from './merkle'
import { formatVerifierKey, verifierKeyOf } from './note'
import { hashOfScores, leafOfScore } from './plan-scores'
import type { Entry, RoundFile } from './round-file'
import { ORIGIN, SEED } from './sample-round.harness'

/** A transcript that somebody changed, and the entry that must be named where there is one. */
type Tampered = { file: RoundFile; at?: number }
export type Tamper = (file: RoundFile, random: Random) => Tampered

const pick = <T>(list: readonly T[], random: Random) => list[random.below(list.length)] as T
const HASH = 32

/** One letter or digit of a text, another: never its structure, which a reader refuses anyway. */
function otherLetter(text: string, random: Random): string {
  const places = [...text.matchAll(/[a-z0-9]/gi)].map(({ index }) => index)
  const at = pick(places, random)
  return `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`
}

const replaced = (file: RoundFile, one: Entry, changed: Partial<Entry>) => ({
  ...file,
  entries: file.entries.map((entry) => (entry === one ? { ...entry, ...changed } : entry)),
})

/** Leaves, checkpoints on the way and the last one made anew over the entries as they are told now. */
function signedAgain(file: RoundFile, seed: Uint8Array, name = ORIGIN): RoundFile {
  const hashes = Buffer.from(file.leaves.hashes, 'base64')
  for (const { index, salt, data } of file.entries)
    hashes.set(leafHash(new Uint8Array([...Buffer.from(salt, 'base64'), ...utf8ToBytes(data)])), index * HASH)
  const sizes = file.history.map((note) => Number(note.split('\n')[1]))
  const growth = empty()
  const history: string[] = []
  const sign = () => signCheckpoint({ origin: name, size: growth.size, root: rootOfGrowth(growth) }, seed)
  for (let at = 0; at < hashes.length; at += HASH) {
    grow(growth, new Uint8Array(hashes.subarray(at, at + HASH)))
    if (sizes.includes(growth.size)) history.push(sign())
  }
  const leaves = { ...file.leaves, hashes: hashes.toString('base64') }
  return { ...file, key: formatVerifierKey(verifierKeyOf(name, seed)), leaves, history, checkpoint: sign() }
}

/** An amount, a winner, a paddle or a reason of an event, another. */
function withOtherFact(file: RoundFile, random: Random): { file: RoundFile; entry: Entry } {
  const events = file.entries.filter(({ data }) => data.includes('"lot.event"'))
  const entry = pick(events, random)
  const facts = [...entry.data.matchAll(/"(?:\w+Minor|winner|bidder|leader|reason|id)":"([^"]+)"/g)]
  const fact = pick(facts, random)
  const from = fact.index + fact[0].length - 1 - fact[1]!.length
  const data = `${entry.data.slice(0, from)}${otherLetter(fact[1]!, random)}${entry.data.slice(from + fact[1]!.length)}`
  return { file: replaced(file, entry, { data }), entry }
}

/** Ways to change the transcript of any round. */
export const anyRound: Record<string, Tamper> = {
  'edits an entry'(file, random) {
    const entry = pick(file.entries, random)
    return { file: replaced(file, entry, { data: otherLetter(entry.data, random) }), at: entry.index }
  },
  'deletes an entry'(file, random) {
    const gone = pick(file.entries, random)
    return { file: { ...file, entries: file.entries.filter((entry) => entry !== gone) } }
  },
  'reorders two entries'(file, random) {
    const [one, other] = [pick(file.entries, random), pick(file.entries, random)]
    if (one === other || one.data === other.data) return anyRound['edits an entry']!(file, random)
    const swapped = replaced(replaced(file, one, { index: other.index }), other, { index: one.index })
    return { file: swapped, at: Math.min(one.index, other.index) }
  },
  'inserts an entry'(file, random) {
    const copy = pick(file.entries, random)
    const size = file.leaves.hashes.length
    const index = random.chance(5000) ? copy.index : random.chance(5000) ? 0 : size
    return { file: { ...file, entries: [...file.entries, { ...copy, index }] }, at: index }
  },
  'changes a leaf'(file, random) {
    const hashes = Buffer.from(file.leaves.hashes, 'base64')
    const at = random.below(hashes.length)
    hashes[at] = hashes[at]! ^ 1
    const index = Math.floor(at / HASH)
    return { file: { ...file, leaves: { ...file.leaves, hashes: hashes.toString('base64') } }, at: index }
  },
  'takes out a leaf, or puts one in'(file, random) {
    const hashes = Buffer.from(file.leaves.hashes, 'base64')
    const at = random.below(hashes.length / HASH) * HASH
    const [until, from] = random.chance(5000) ? [at, at + HASH] : [at + HASH, at]
    const other = Buffer.concat([hashes.subarray(0, until), hashes.subarray(from)])
    return { file: { ...file, leaves: { ...file.leaves, hashes: other.toString('base64') } } }
  },
  'changes a signed checkpoint'(file, random) {
    const { history, checkpoint } = file
    if (random.chance(5000)) return { file: { ...file, checkpoint: otherLetter(checkpoint, random) } }
    const at = random.below(history.length)
    return {
      file: {
        ...file,
        history: history.map((note, here) => (here === at ? otherLetter(note, random) : note)),
      },
    }
  },
  'rewrites an event and signs everything with a key of its own'(file, random) {
    const other = withOtherFact(file, random)
    return { file: signedAgain(other.file, new Uint8Array(32).fill(random.below(250) + 8)) }
  },
  'rewrites an event and signs everything with the key of the log'(file, random) {
    const other = withOtherFact(file, random)
    return { file: signedAgain(other.file, SEED) }
  },
  'publishes another result'(file, random) {
    const lot = pick(file.lots, random)
    const change = pick(
      [{ winner: 'Z' }, { priceMinor: '123' }, { outcome: 'allotted' }, { label: '00' }],
      random,
    )
    return {
      file: { ...file, lots: file.lots.map((each) => (each === lot ? { ...each, ...change } : each)) },
    }
  },
  'adds a name, or tells one twice'(file, random) {
    const lot = { ...pick(file.lots, random), winner: null, winnerName: null, priceMinor: null }
    const added = pick(
      [
        { ...lot, id: 'lot_none', label: 'zz', outcome: 'returned' },
        { ...lot, id: 'lot_none', outcome: 'returned' },
        pick(file.lots, random),
      ],
      random,
    )
    return { file: { ...file, lots: [...file.lots, added] } }
  },
  'takes out an auction, and says that nobody qualified'(file, random) {
    const lot = pick(file.lots, random)
    const nobody = { ...lot, outcome: 'returned', winner: null, winnerName: null, priceMinor: null }
    const entries = file.entries.filter(({ data }) => {
      const { kind, object, lot: of } = JSON.parse(data)
      return kind !== 'bid.place' && object !== lot.id && of !== lot.id
    })
    const lots = file.lots.map((each) => (each === lot ? nobody : each))
    return { file: { ...file, entries, lots, sealed: null } }
  },
  'leaves out a name'(file, random) {
    const lot = pick(file.lots, random)
    return { file: { ...file, lots: file.lots.filter((each) => each !== lot) } }
  },
  'changes secret, scores or rules of the round'(file, random) {
    const field = pick(['secret', 'scoresHash', 'rulesVersion', 'name', 'slug', 'id'] as const, random)
    const changed = otherLetter(String(file.round[field]), random)
    return { file: { ...file, round: { ...file.round, [field]: changed } } }
  },
  'changes the settings that were approved, and signs again'(file, random) {
    const entry = file.entries.find(({ data }) => data.includes('round.approve'))!
    // Who approved stands before the facts: a pseudonym that nothing else in the file depends on.
    const facts = entry.data.indexOf('"facts"')
    const data = entry.data.slice(0, facts) + otherLetter(entry.data.slice(facts), random)
    return { file: signedAgain(replaced(file, entry, { data }), SEED) }
  },
  'changes the frozen plan scores'(file, random) {
    const { leaves, salts } = file.scores!
    const [leaf, salt] = [pick(leaves, random), pick(salts, random)]
    const changed = pick(
      [
        { leaves: leaves.filter((each) => each !== leaf), salts },
        { leaves: leaves.map((each) => (each === leaf ? otherLetter(each, random) : each)), salts },
        { leaves: [...leaves, leaf], salts },
        { leaves, salts: salts.filter((each) => each !== salt) },
        {
          leaves,
          salts: salts.map((each) => (each === salt ? { ...each, paddle: `${salt.paddle}0` } : each)),
        },
        null,
      ],
      random,
    )
    return { file: { ...file, scores: changed } }
  },
  'opens with another score than was frozen for the paddle, and signs again'(file, random) {
    const opening = file.entries.find(({ data }) => data.includes('"auction-opened"'))!
    const { lot, event } = JSON.parse(opening.data)
    const bidders = event.terms.bidders as { id: string; scoreHundredths: number | null }[]
    const one = pick(bidders, random)
    const leaves = bidders.map((bidder) => {
      const { salt } = file.scores!.salts.find((each) => each.lot === lot && each.paddle === bidder.id)!
      const scoreHundredths = bidder === one ? Number(one.scoreHundredths) + 1 : bidder.scoreHundredths
      return leafOfScore({ lot, outcome: 'qualified', salt, scoreHundredths })
    })
    const scores = { ...file.scores!, leaves }
    const scoresHash = hashOfScores(scores.leaves)
    const { round, entries } = file
    const told = entries.map((entry) => ({
      ...entry,
      data: entry.data.replace(String(round.scoresHash), scoresHash),
    }))
    const other = { ...file, round: { ...round, scoresHash }, scores, entries: told }
    return { file: signedAgain(other, SEED), at: opening.index }
  },
  'changes a plan score, and signs again'(file, random) {
    const entry = pick(
      file.entries.filter(({ data }) => data.includes('"scoreHundredths":')),
      random,
    )
    const data = entry.data.replace(
      /"scoreHundredths":(null|\d+)/,
      `"scoreHundredths":${random.below(10_000)}`,
    )
    if (data === entry.data) return anyRound['edits an entry']!(file, random)
    return { file: signedAgain(replaced(file, entry, { data }), SEED) }
  },
}

/** The sealed bids of the file, otherwise. */
function withBids(
  file: RoundFile,
  change: (bids: NonNullable<RoundFile['sealed']>['bids']) => NonNullable<RoundFile['sealed']>['bids'],
): Tampered {
  const sealed = file.sealed!
  return { file: { ...file, sealed: { ...sealed, bids: change([...sealed.bids]) } } }
}

/** Ways to change that of a sealed round. */
export const sealedRound: Record<string, Tamper> = {
  'exchanges two sealed bids': (file) =>
    withBids(file, ([one, other, ...rest]) => [
      { ...one!, ciphertext: other!.ciphertext },
      { ...other!, ciphertext: one!.ciphertext },
      ...rest,
    ]),
  'leaves out a sealed bid'(file, random) {
    const gone = random.below(file.sealed!.bids.length)
    return withBids(file, (bids) => bids.filter((_, at) => at !== gone))
  },
  'tells a sealed bid twice': (file, random) => withBids(file, (bids) => [...bids, pick(bids, random)]),
  'turns the order of sealed bids': (file) => withBids(file, (bids) => bids.reverse()),
  'changes a sealed bid': (file, random) =>
    withBids(file, ([bid, ...rest]) => [
      { ...bid!, ciphertext: otherLetter(bid!.ciphertext!, random) },
      ...rest,
    ]),
  'changes a receipt': (file, random) =>
    withBids(file, ([bid, ...rest]) => [{ ...bid!, receipt: otherLetter(bid!.receipt, random) }, ...rest]),
  'gives a sealed bid to somebody else': (file, random) =>
    withBids(file, ([bid, ...rest]) => [{ ...bid!, bidder: otherLetter(bid!.bidder, random) }, ...rest]),
  'changes the secret': (file, random) => ({
    file: { ...file, sealed: { ...file.sealed!, secret: otherLetter(file.sealed!.secret!, random) } },
  }),
  'withholds what the settings publish': (file) => ({
    file: { ...file, sealed: { ...file.sealed!, secret: null } },
  }),
  'changes what custodians did, and signs again'(file, random) {
    const kinds = ['round-key.publish', 'share.prove', 'share.release', 'opening.begin', 'opening.open-bids']
    const entry = pick(
      file.entries.filter(({ data }) => kinds.some((kind) => data.includes(`"${kind}"`))),
      random,
    )
    const facts = [...entry.data.matchAll(/"([0-9a-f]{64}|[0-9a-f]{128}|valid|age1pq1[^"]+)"/g)]
    // Nothing in a transcript depends on the hash of the ceremony, or on the proof key of the one who proved nothing.
    const loose = ['ce'.repeat(32), JSON.parse(entry.data).facts.proofKeys?.[4]]
    const fact = pick(
      facts.filter(([, text]) => !loose.includes(text)),
      random,
    )
    const from = fact.index + 1
    const data = `${entry.data.slice(0, from)}${otherLetter(fact[1]!, random)}${entry.data.slice(from + fact[1]!.length)}`
    const other = signedAgain(replaced(file, entry, { data }), SEED)
    // What is wrong with a published key shows in the entries that rely on it.
    return entry.data.includes('"round-key.publish"') ? { file: other } : { file: other, at: entry.index }
  },
}
