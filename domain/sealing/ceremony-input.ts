import { z } from 'zod'
import { fromBase64 } from '@/sealing/base64'
import type { Ceremony } from '@/sealing/ceremony'
import { isRecipient } from '@/sealing/seal'
import { SHARES, THRESHOLD } from '@/sealing/thresholds'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Recipient = z.string().refine(isRecipient)

const Shape = z.strictObject({
  v: z.literal(1),
  round: z.string().max(64),
  recipient: Recipient,
  threshold: z.literal(THRESHOLD),
  shares: z
    .array(
      z.strictObject({
        custodian: z.string().max(64),
        recipient: Recipient,
        sha256: Hash,
        proofKey: Hash,
        wrapped: z
          .string()
          .max(8000)
          .refine((text) => (fromBase64(text)?.length ?? 0) > 200),
      }),
    )
    .length(SHARES)
    // A share that two hold is one share: fewer than two could then be lost, and no transcript of the round would hold.
    .refine(
      (shares) => new Set(shares.flatMap(({ sha256, proofKey }) => [sha256, proofKey])).size === 2 * SHARES,
    ),
})

/** The file that the ceremony left behind, as text; undefined when it is none. */
export function readCeremony(text: string): Ceremony | undefined {
  try {
    return Shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
