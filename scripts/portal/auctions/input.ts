import { z } from 'zod'
import { limitOf } from '@/engine/limits'
import type { CommonTerms } from '@/engine/terms'
import { isSeed } from '@/engine/tie-break'

const CENTS = 'Write money as a string of whole US cents.'

export const Cents = z
  .string(CENTS)
  .regex(/^(0|[1-9]\d{0,29})$/, CENTS)
  .transform((text) => BigInt(text))

export const Instant = z.iso
  .datetime({ offset: true, error: 'Write an instant as RFC 3339, for example 2026-11-21T10:00:00.000Z.' })
  .transform((text) => new Date(text))

/** Ids go into the draw (R7.5), where “|” separates the parts. */
export const Id = z
  .string()
  .regex(/^[ -{}~]{1,100}$/, 'An id is 1 to 100 printable ASCII characters without “|”.')

/** Left as it came: an amount that is none is a refused bid, not a refused document. */
const BidAmount = z.union([z.string(), z.number(), z.null()], 'Give the amount of the bid.')

const Bidder = z.strictObject({
  id: Id,
  depositMinor: Cents,
  scoreHundredths: z.int().min(0).max(10_000).nullable().default(null),
})

/** What the documents of all formats have in common. */
const common = {
  lot: z.strictObject({ id: Id, reserveMinor: Cents }),
  bidders: z.array(Bidder),
  tie: z
    .strictObject({
      seedHex: z.string().refine(isSeed, 'A seed is 64 lower-case hexadecimal digits.'),
    })
    .optional(),
  runnerUp: z.enum(['own-exit', 'recompute']).default('own-exit'),
}

const OpenAscending = z.strictObject({
  format: z.literal('open-ascending'),
  ...common,
  open: Instant,
  close: Instant,
  increments: z.array(z.strictObject({ fromMinor: Cents, stepMinor: Cents })),
  softClose: z.strictObject({
    windowSeconds: z.int().min(0),
    extendSeconds: z.int().min(0),
    hardEnd: Instant.nullable(),
  }),
  bids: z.array(z.strictObject({ at: Instant, bidder: z.string(), maxMinor: BidAmount })),
})

const SealedBids = z.array(
  z.union([
    z.strictObject({ bidder: z.string(), withdraw: z.literal(true) }),
    z.strictObject({ bidder: z.string(), amountMinor: BidAmount }),
  ]),
)

const Sealed = z.strictObject({
  format: z.enum(['sealed-first-price', 'sealed-second-price']),
  ...common,
  bids: SealedBids,
})

const SealedQualityWeighted = z.strictObject({
  format: z.literal('sealed-quality-weighted'),
  ...common,
  quality: z.strictObject({ passHundredths: z.int(), cmaxBp: z.int() }),
  bids: SealedBids,
})

const AscendingClock = z.strictObject({
  format: z.literal('ascending-clock'),
  ...common,
  rounds: z.array(z.strictObject({ startMinor: Cents, endMinor: Cents })),
  bids: z.array(z.strictObject({ round: z.int().min(1), bidder: z.string(), amountMinor: BidAmount })),
})

/** The input of `auction decide`: one lot, its bidders and their bids. */
export const DecideInput = z.discriminatedUnion('format', [
  OpenAscending,
  Sealed,
  SealedQualityWeighted,
  AscendingClock,
])

export type DecideInput = z.infer<typeof DecideInput>
export type OpenAscendingInput = z.infer<typeof OpenAscending>
export type SealedInput = z.infer<typeof Sealed> | z.infer<typeof SealedQualityWeighted>
export type ClockInput = z.infer<typeof AscendingClock>

/** The terms that every format takes from its document. */
export function commonTerms({ lot, bidders, runnerUp }: DecideInput): CommonTerms {
  return { rulesVersion: 1, lot: lot.id, reserveMinor: lot.reserveMinor, bidders, runnerUp }
}

/** The limit of a bidder (R7.2): the whole of it, since there is one lot. */
export function limitFor({ bidders }: DecideInput, bidder: string): bigint | null {
  return limitOf(bidders.find(({ id }) => id === bidder)?.depositMinor ?? 0n)
}
