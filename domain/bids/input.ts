import { z } from 'zod'
import { parseMinor } from '@/lib/money'

/**
 * A bid: the most the bidder would pay, in whole US cents as a string of digits. An amount that cannot be read is still
 * an attempt, with its own refusal and receipt (R7.7): it arrives as null.
 */
export const PlaceBidInput = z.strictObject(
  {
    lotId: z.string({ error: 'Say which lot the bid is for.' }).max(64, 'This is not the id of a lot.'),
    maxMinor: z.unknown().default(null).transform(readAmount),
    /** For the programme's own bots only; a person bids for its organisation. */
    bidderId: z.string().max(64).optional(),
  },
  { error: 'Send the bid as an object with maxMinor.' },
)

export type PlaceBid = z.output<typeof PlaceBidInput>

function readAmount(raw: unknown): bigint | null {
  const parsed = typeof raw === 'string' ? parseMinor(raw) : undefined
  return parsed?.ok ? parsed.minor : null
}
