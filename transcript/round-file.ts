import type { Json } from '../engine/json'

/**
 * The transcript of a final round as one file (R9.4): a part of the log, which everyone can recompute up to a signed
 * checkpoint, and in it the entries of this round, told in full. All other entries are hashes.
 */
export type RoundFile = {
  format: 'round-transcript/v1'
  /** Who keeps the log: its verifier key, and the one that receipts are signed with. */
  key: string
  receiptKey: string
  round: {
    id: string
    name: string
    /** As in the address: `1-2`. */
    slug: string
    rulesVersion: string
    scoresHash: string | null
    /** Of the draw: fixed by its hash before bidding, published after it. Hex. */
    secret: string | null
  }
  /** The signed note over the tree that holds all of it, with the lines of witnesses. */
  checkpoint: string
  /** Checkpoints signed on the way, the first over the leaves before `leaves.from`. */
  history: string[]
  leaves: {
    from: number
    /** Roots of the full subtrees over the leaves before, the largest first; base64. */
    peaks: string[]
    /** Hashes of the leaves from there on, 32 bytes each, one after the other; base64. */
    hashes: string
  }
  entries: Entry[]
  lots: Claim[]
  /** Null in rounds without plan scores. */
  scores: ScoresOfRecord | null
  /** Of a sealed format; null in every other. */
  sealed: SealedRecord | null
}

/** The plan scores that were frozen before bidding (R6.8), as far as they entered an auction. */
export type ScoresOfRecord = {
  /** What stands for each plan of the round, in hex, by value: the hash of all is over these. */
  leaves: string[]
  /** Of whoever could bid on a name: what makes, with the score of its opening, one of the leaves. */
  salts: { lot: string; paddle: string; salt: string }[]
}

/** What it takes to open the sealed bids of a round again (R8.3). */
export type SealedRecord = {
  /** The round’s secret, an age identity; null where the settings give it to the auditor. */
  secret: string | null
  /** Every sealed bid that was accepted, and every withdrawal, in the order received. */
  bids: SealedBidOfRecord[]
}

export type SealedBidOfRecord = {
  /** As it was signed for the bidder: attempt, lot, paddle, key, and the SHA-256 of the sealed bid. */
  receipt: string
  /** The bidder’s id, which stands in the sealed bid where paddles are not known yet. */
  bidder: string
  /** The sealed bid, in base64; null of a withdrawal, and where it is withheld with the secret. */
  ciphertext: string | null
}

/** A leaf told in full: its place, the salt before it (base64), its text. `proof` where it stands before `leaves.from`. */
export type Entry = { index: number; salt: string; data: string; proof?: string[] }

/** What the portal published of a lot. The winner is a paddle. */
export type Claim = {
  id: string
  label: string
  outcome: string
  winner: string | null
  /** Who the winner is, by name. */
  winnerName: string | null
  priceMinor: string | null
}

/** Text that is no transcript: which field, and what it should have been. */
export class NoTranscript extends Error {
  constructor(
    readonly path: string,
    expected: string,
  ) {
    super(
      path === ''
        ? `This is no transcript of a round: expected ${expected}.`
        : `${path}: expected ${expected}.`,
    )
  }
}

/** Reads a file. Whether what it says is right, `verifyRound` tells. @throws {NoTranscript} */
export function readRoundFile(text: string): RoundFile {
  const json = parse(text)
  if (!isRecord(json) || json.format !== 'round-transcript/v1')
    throw new NoTranscript('', 'a file with the format round-transcript/v1')
  const file = fields(json, '')
  const round = fields(file.record('round'), 'round.')
  const leaves = fields(file.record('leaves'), 'leaves.')
  return {
    format: 'round-transcript/v1',
    key: file.text('key'),
    receiptKey: file.text('receiptKey'),
    round: {
      id: round.text('id'),
      name: round.text('name'),
      slug: round.text('slug'),
      rulesVersion: round.text('rulesVersion'),
      scoresHash: round.textOrNull('scoresHash'),
      secret: round.textOrNull('secret'),
    },
    checkpoint: file.text('checkpoint'),
    history: texts(file.list('history'), 'history'),
    leaves: {
      from: leaves.count('from'),
      peaks: texts(leaves.list('peaks'), 'leaves.peaks'),
      hashes: leaves.text('hashes'),
    },
    entries: file.list('entries').map((each, at) => readEntry(each, `entries.${at}`)),
    lots: file.list('lots').map((each, at) => readClaim(each, `lots.${at}`)),
    // Files from before scores and sealed bids were told have no such fields.
    scores: json.scores === undefined || json.scores === null ? null : readScores(file.record('scores')),
    sealed: json.sealed === undefined || json.sealed === null ? null : readSealed(file.record('sealed')),
  }
}

function readScores(json: Json): ScoresOfRecord {
  const scores = fields(json, 'scores.')
  return {
    leaves: texts(scores.list('leaves'), 'scores.leaves'),
    salts: scores.list('salts').map((each, at) => {
      const salt = fields(each, `scores.salts.${at}.`)
      return { lot: salt.text('lot'), paddle: salt.text('paddle'), salt: salt.text('salt') }
    }),
  }
}

function readSealed(json: Json): SealedRecord {
  const sealed = fields(json, 'sealed.')
  return {
    secret: sealed.textOrNull('secret'),
    bids: sealed.list('bids').map((each, at) => {
      const bid = fields(each, `sealed.bids.${at}.`)
      return {
        receipt: bid.text('receipt'),
        bidder: bid.text('bidder'),
        ciphertext: bid.textOrNull('ciphertext'),
      }
    }),
  }
}

function readEntry(json: Json, path: string): Entry {
  const entry = fields(json, `${path}.`)
  const told = { index: entry.count('index'), salt: entry.text('salt'), data: entry.text('data') }
  return isRecord(json) && 'proof' in json
    ? { ...told, proof: texts(entry.list('proof'), `${path}.proof`) }
    : told
}

function readClaim(json: Json, path: string): Claim {
  const claim = fields(json, `${path}.`)
  return {
    id: claim.text('id'),
    label: claim.text('label'),
    outcome: claim.text('outcome'),
    winner: claim.textOrNull('winner'),
    winnerName: claim.textOrNull('winnerName'),
    priceMinor: claim.textOrNull('priceMinor'),
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Json
  } catch {
    throw new NoTranscript('', 'one JSON document')
  }
}

function texts(list: readonly Json[], path: string): string[] {
  return list.map((each, at) => {
    if (typeof each !== 'string') throw new NoTranscript(`${path}.${at}`, 'text')
    return each
  })
}

/** The fields of a record, each asked for by its kind. */
function fields(json: Json, path: string) {
  if (!isRecord(json)) throw new NoTranscript(path.replace(/\.$/, ''), 'an object')
  const get = <T extends Json>(name: string, expected: string, is: (value: Json) => value is T): T => {
    const value = Object.hasOwn(json, name) ? json[name] : undefined
    if (value === undefined || !is(value)) throw new NoTranscript(path + name, expected)
    return value
  }
  return {
    text: (name: string) => get(name, 'text', (value) => typeof value === 'string'),
    textOrNull: (name: string) =>
      get(
        name,
        'text or null',
        (value): value is string | null => value === null || typeof value === 'string',
      ),
    count: (name: string) =>
      get(
        name,
        'a whole number',
        (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
      ),
    list: (name: string) => get(name, 'a list', (value): value is readonly Json[] => Array.isArray(value)),
    record: (name: string) => get(name, 'an object', isRecord),
  }
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
