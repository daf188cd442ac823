import { z } from 'zod'
import { awardStates } from '@/db/schema/awards'
import { labelStates } from '@/db/schema/labels'
import { auctionFormats, roundStates } from '@/db/schema/rounds'

/**
 * The shape of every public answer under /api/v1, as it stands on the wire: the one source of the OpenAPI document, which
 * a journey holds against the running portal. Objects are closed: a field that nobody described is a failure.
 */
const Label = z.string().regex(/^[a-z0-9]{1,2}$/)
const Id = z.string()
const Cents = z
  .string()
  .regex(/^-?\d+$/)
  .describe('Whole US cents')
const Instant = z.iso.datetime().describe('UTC')
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Round = z
  .string()
  .regex(/^\d+-\d+$/)
  .describe('phase-round, such as 1-2')
const Format = z.enum(auctionFormats)
const Count = z.int().min(0)
const Outcome = z.enum(['sold', 'allotted', 'unsold', 'returned'])
const Paddle = z.int()
const Hundredths = z.int().describe('Hundredths of a point')
/** Statuses and states are words that grow with the programme. */
const Word = z.string()
const Next = z.strictObject({ what: z.string(), at: Instant }).nullable()

/** A page of a list: `next` is what `cursor` takes for the page after it; null at the end. */
const page = <Name extends string, Row extends z.ZodType>(name: Name, row: Row) =>
  z.strictObject({
    [name]: z.array(row),
    next: z.string().nullable().describe('The cursor of the next page; null at the end'),
  })

const LabelRow = z.strictObject({
  label: Label,
  class: z.enum(['single', 'with-digit', 'letter-letter']),
  status: Word,
  countryCode: z.boolean().describe('Officially assigned by ISO 3166-1 today'),
  round: Round.nullable(),
  format: Format.nullable(),
  suspended: z.boolean(),
  reserveMinor: Cents.nullable(),
  priceMinor: Cents.nullable(),
  applications: Count.nullable().describe('null until applications close'),
  next: Next,
})
export const Labels = z.strictObject({ labels: z.array(LabelRow) })

export const Moves = page(
  'moves',
  z.strictObject({
    id: Id,
    label: Label,
    from: z.enum(labelStates),
    to: z.enum(labelStates),
    at: Instant,
    note: z.string(),
    round: Round.nullable(),
  }),
)

const lotFields = {
  lotId: Id,
  label: Label,
  status: Word,
  state: Word,
  reserveMinor: Cents,
  clock: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('Of a clock what is announced after each round'),
  priceMinor: Cents.nullable(),
  bids: Count.nullable(),
  closesAt: Instant.nullable(),
  heldMs: z.int().nullable().describe('Milliseconds of bidding left while suspended'),
  extensions: Count,
  applications: Count.nullable(),
  bidders: Count.nullable(),
  outcome: Outcome.nullable().describe('null until the round is final'),
}
export const Lots = page('lots', z.strictObject({ round: Round, ...lotFields }))

const roundFields = {
  round: Round,
  phase: z.int(),
  number: z.int(),
  name: z.string(),
  summary: z.string(),
  format: Format,
  state: z.enum(roundStates),
  stateSince: Instant,
  publicReason: z.string().nullable(),
  zone: z.string(),
  timetable: z.record(z.string(), Instant),
  next: Next,
  lots: z.array(z.strictObject(lotFields)),
}
const Question = z.strictObject({ id: Id, question: z.string(), answer: z.string(), answeredAt: Instant })
const Announcement = z.strictObject({ id: Id, at: Instant, text: z.string() })

export const Rounds = z.strictObject({ rounds: z.array(z.strictObject(roundFields)) })
export const OneRound = z.strictObject({
  ...roundFields,
  settings: z.record(z.string(), z.unknown()).describe('Frozen at approval'),
  configHash: Sha256,
  approvedAt: Instant,
  rulesVersion: z.string(),
  secretHash: Sha256.nullable().describe('SHA-256 of the secret of the draw, before bidding'),
  publishedSecret: z.string().nullable().describe('That secret in hex, once bidding is over'),
  scoresHash: Sha256.nullable(),
  questions: z.array(Question),
  announcements: z.array(Announcement),
})
export const Questions = page('questions', Question.extend({ round: Round }))
export const Announcements = page('announcements', Announcement.extend({ round: Round }))

const resultFields = {
  lot: Id,
  label: Label,
  round: Round,
  format: Format,
  outcome: Outcome,
  winner: z.string().nullable(),
  priceMinor: Cents.nullable(),
  reserveMinor: Cents,
  scoreHundredths: Hundredths.nullable(),
  bidders: Count,
  events: Count,
  eventsHash: Sha256,
  finalAt: Instant,
}
export const Results = z.strictObject({ results: z.array(z.strictObject(resultFields)) })
export const OneResult = z.strictObject({
  ...resultFields,
  opensAt: Instant,
  closedAt: Instant.nullable(),
  extensions: Count,
  bids: Count,
  standing: z.array(
    z.strictObject({
      paddle: Paddle,
      name: z.string().nullable().describe('null unless the round publishes names'),
      struck: z.boolean(),
      amountMinor: Cents.nullable(),
    }),
  ),
  configHash: z.string(),
  checks: z.array(
    z.strictObject({ what: z.string(), found: z.string(), passed: z.boolean(), hash: z.string().optional() }),
  ),
})

export const Cases = z.strictObject({
  cases: z.array(
    z.strictObject({
      label: Label,
      open: Count,
      confusing: Count,
      notConfusing: Count,
      notEstablished: Count,
    }),
  ),
})
const BasisPoints = z.int().describe('Basis points: 10,000 are the whole')
export const Proceeds = z.strictObject({
  proceeds: z.array(
    z.strictObject({
      by: z.enum(['phase', 'year']),
      key: z.string(),
      names: Count,
      awardedMinor: Cents,
      receivedMinor: Cents,
      parts: z.array(z.strictObject({ name: z.string(), minor: Cents })),
    }),
  ),
  shares: z.array(
    z.strictObject({
      validFrom: z.iso.date().nullable().describe('null for the placeholder'),
      parts: z.array(z.strictObject({ name: z.string(), shareBp: BasisPoints })),
      note: z.string(),
      isPlaceholder: z.boolean(),
    }),
  ),
})

const lotOf = { lot: Id, label: Label }
export const Prices = z.strictObject({
  ...lotOf,
  reserveMinor: Cents,
  prices: z.array(z.strictObject({ at: Instant, priceMinor: Cents, paddle: Paddle.nullable() })).optional(),
  rounds: z
    .array(
      z.strictObject({
        round: z.int(),
        openedAt: Instant.nullable(),
        endedAt: Instant.nullable(),
        startMinor: Cents,
        endMinor: Cents,
        began: Count,
        remaining: Count,
        bids: Count,
        exits: z.array(z.strictObject({ paddle: Paddle, minor: Cents })),
      }),
    )
    .optional()
    .describe('Of an ascending clock, instead of prices'),
})

const bidFields = {
  position: z.int().describe('Its event in the record of the lot'),
  at: Instant.nullable(),
  paddle: Paddle,
  amountMinor: Cents.nullable(),
  countsMinor: Cents.nullable(),
  fate: z.enum(['counts', 'replaced', 'withdrawn', 'withdrawal', 'void', 'struck']),
  reason: z.string().nullable(),
}
const ClockRound = z.int().nullable().describe('The round of a clock')
export const LotBids = z.strictObject({
  ...lotOf,
  round: Round,
  bids: z.array(z.strictObject({ ...bidFields, round: ClockRound })),
})
export const Bids = page(
  'bids',
  z.strictObject({ ...lotOf, round: Round, ...bidFields, clockRound: ClockRound }),
)
export const Events = z.strictObject({
  ...lotOf,
  round: Round,
  eventsHash: Sha256.describe('SHA-256 of the canonical JSON of each event, joined by line feeds'),
  events: z.array(z.record(z.string(), z.unknown())),
})

export const Awards = page(
  'awards',
  z.strictObject({
    id: Id,
    lot: Id,
    label: Label,
    round: Round,
    rank: Count.describe('0: the winner of the auction; then the next in order after a default'),
    registrant: z.string().nullable().describe('null of who was asked after a default and declined'),
    registrarIanaId: z.int(),
    priceMinor: Cents,
    state: z.enum(awardStates),
    stateSince: Instant,
    offeredAt: Instant,
    allocatedAt: Instant.nullable(),
  }),
)

export const LotNow = z
  .strictObject({
    lotId: Id,
    label: z.string(),
    roundId: Id,
    format: Format,
    state: Word,
    reserveMinor: Cents,
    priceMinor: Cents.nullable(),
    nextMinor: Cents.nullable(),
    opensAt: Instant,
    closesAt: Instant,
    heldMs: z.int().nullable(),
    sequence: Count,
    bidders: Count,
    bids: Count.nullable(),
    steps: Count,
    extensions: Count,
    sealed: z.strictObject({ closesAt: Instant, opened: z.boolean() }).nullable(),
    clock: z.record(z.string(), z.unknown()).nullable(),
  })
  .describe('A lot while bidding lasts, as everyone may see it')

export const Keys = z.strictObject({
  receipts: z.strictObject({
    name: z.string(),
    algorithm: z.literal('Ed25519'),
    vkey: z.string().describe('As signed-note tools read it'),
    publicKeyPem: z.string(),
  }),
  transcript: z.strictObject({ vkey: z.string().describe('Of the log') }),
  witnesses: z.array(z.string()).describe('Keys of those whose cosignatures are kept'),
})

/** Open Contracting Data Standard 1.1.5; its own schema says the rest. */
export const ReleasePackage = z
  .object({
    uri: z.string(),
    version: z.literal('1.1'),
    publishedDate: Instant,
    releases: z.array(z.looseObject({ ocid: z.string() })),
  })
  .catchall(z.unknown())
  .describe('A release package of the Open Contracting Data Standard 1.1')

export const BidInput = z.strictObject({
  maxMinor: Cents.optional().describe('Open ascending: the most that may be bid for you'),
  amountMinor: Cents.optional().describe('Clock: the bid in the round'),
  ciphertext: z
    .string()
    .optional()
    .describe('Sealed: the age file, in base64; sealed to the recipient of the round before it is sent'),
  commitment: z
    .string()
    .optional()
    .describe('Sealed: SHA-256 of “pir-seal-v1”, a zero byte and the file, in hex'),
  withdraw: z.literal(true).optional().describe('Sealed: takes the bid back'),
  round: z.int().min(1).optional().describe('Clock: the round that the bid is for'),
})

export const Problem = z.strictObject({
  error: z.strictObject({
    code: z.string().describe('noun.problem; stays'),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
})

const Base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/)
/** `transcript/round-file.ts` says what each part is for. */
export const Transcript = z.strictObject({
  format: z.literal('round-transcript/v1'),
  key: z.string().describe('Verifier key of the log'),
  receiptKey: z.string().describe('Verifier key of receipts'),
  round: z.strictObject({
    id: Id,
    name: z.string(),
    slug: Round,
    rulesVersion: z.string(),
    scoresHash: Sha256.nullable(),
    secret: Sha256.nullable().describe('Of the draw, in hex'),
  }),
  checkpoint: z.string().describe('Signed note, with the lines of witnesses'),
  history: z.array(z.string()).describe('Checkpoints signed on the way'),
  leaves: z.strictObject({
    from: Count,
    peaks: z.array(Base64).describe('Roots of the full subtrees over the leaves before'),
    hashes: Base64.describe('Hashes of the leaves from there on, 32 bytes each'),
  }),
  entries: z.array(
    z.strictObject({
      index: Count,
      salt: Base64,
      data: z.string().describe('Canonical JSON'),
      proof: z.array(Base64).optional(),
    }),
  ),
  lots: z.array(
    z.strictObject({
      id: Id,
      label: Label,
      outcome: Outcome,
      winner: z.string().nullable().describe('Paddle'),
      winnerName: z.string().nullable(),
      priceMinor: Cents.nullable(),
    }),
  ),
  scores: z
    .strictObject({
      leaves: z.array(Sha256).describe('What stands for each plan'),
      salts: z.array(z.strictObject({ lot: Id, paddle: z.string(), salt: Sha256 })),
    })
    .nullable()
    .describe('Plan scores as they were frozen before bidding; null in rounds without'),
  sealed: z
    .strictObject({
      secret: z.string().nullable().describe('Of the round, an age identity; null where the auditor has it'),
      bids: z
        .array(
          z.strictObject({
            receipt: z.string().describe('Signed note, with the SHA-256 of the sealed bid'),
            bidder: Id,
            ciphertext: Base64.nullable().describe('The age file; null of a withdrawal, and where withheld'),
          }),
        )
        .describe('Every sealed bid and withdrawal, in the order received'),
    })
    .nullable()
    .describe('Null in formats whose bids are not sealed'),
})

const Hashes = z.array(Sha256)
export const LatestCheckpoint = z.strictObject({
  key: z.string().describe('Verifier key of the log'),
  size: Count,
  note: z.string().describe('C2SP checkpoint: a signed note, with the lines of witnesses'),
  at: Instant,
})
export const Leaves = z.strictObject({ from: Count, hashes: Hashes })
export const Inclusion = z.strictObject({ index: Count, size: Count, proof: Hashes })
export const Consistency = z.strictObject({ from: Count, to: Count, proof: Hashes })
