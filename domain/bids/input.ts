import { z } from 'zod'
import { parseMinor } from '@/lib/money'

/**
 * What a bid states, by the format of the lot (R7.3): a maximum; a sealed bid, or its withdrawal; an amount
 * and the round of a clock it is for. Amounts are whole US cents as strings of digits. One that cannot be read is still an
 * attempt, with its own refusal and receipt (R7.7): it arrives as null. Whether the shape fits the format is judged with
 * the lot at hand.
 */
export const Stated = z.strictObject(
  {
    maxMinor: amount(),
    amountMinor: amount(),
    /** A sealed bid: the age file in base64, and the commitment to it in hex (R8.1). */
    ciphertext: z
      .string({ error: 'Send the sealed bid in base64.' })
      .max(24_000, 'This is no sealed bid.')
      .optional(),
    commitment: z.string().max(100, 'This is no commitment.').optional(),
    withdraw: z.literal(true, { error: 'Send true to withdraw, or leave it out.' }).optional(),
    round: z
      .number({ error: 'Send the number of the round.' })
      .int('Send the number of the round.')
      .min(1, 'Rounds are numbered from 1.')
      .max(100_000, 'There are not so many rounds.')
      .optional(),
  },
  { error: 'Send the bid as an object.' },
)

export type Stated = z.output<typeof Stated>

export const PlaceBidInput = Stated.extend({
  lotId: z.string({ error: 'Say which lot the bid is for.' }).max(64, 'This is not the id of a lot.'),
  /** For the programme's own bots only; a person bids for its organisation. */
  bidderId: z.string().max(64).optional(),
})

export type PlaceBid = z.output<typeof PlaceBidInput>

function amount() {
  return z
    .unknown()
    .transform((raw) => (raw === undefined ? undefined : readAmount(raw)))
    .optional()
}

function readAmount(raw: unknown): bigint | null {
  const parsed = typeof raw === 'string' ? parseMinor(raw) : undefined
  return parsed?.ok ? parsed.minor : null
}
