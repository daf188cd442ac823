import { z } from 'zod'
import { parseMinor } from '@/lib/money'
import { fromBase64, toBase64 } from '@/sealing/base64'
import { holdCeremony } from '@/sealing/ceremony'
import { isSecretOf, openBids } from '@/sealing/open'
import { isRecipient, sealBid } from '@/sealing/seal'
import { combineShares, unwrapShare } from '@/sealing/share'
import { SHARES, THRESHOLD } from '@/sealing/thresholds'
import type { Area } from './area'
import { CheckFailed } from './check-failed'
import { InputRefused } from './input-refused'

const Bytes = z.string().transform((text, context) => {
  const bytes = fromBase64(text)
  if (!bytes) context.addIssue('Write bytes in base64.')
  return bytes ?? z.NEVER
})
const Recipient = z.string().refine(isRecipient, 'This is no hybrid age recipient (age1pq1…).')
const Identity = z
  .string()
  .regex(/^AGE-SECRET-KEY-PQ-1[A-Z0-9]+$/, 'This is no hybrid age identity (AGE-SECRET-KEY-PQ-1…).')
const Amount = z.string().transform((text, context) => {
  const amount = parseMinor(text)
  if (!amount.ok || amount.minor === 0n) context.addIssue('Write the amount in whole US cents, above zero.')
  return amount.ok ? amount.minor : z.NEVER
})
const Place = z.strictObject({ round: z.string(), lot: z.string(), bidder: z.string(), key: z.string() })

const BidInput = Place.extend({ recipient: Recipient, amountMinor: Amount })
const OpenInput = z.strictObject({ secret: Identity, bids: z.array(Place.extend({ ciphertext: Bytes })) })
const Holder = z.strictObject({ custodian: z.string(), recipient: Recipient })
const CeremonyInput = z.strictObject({ round: z.string(), custodians: z.array(Holder).length(SHARES) })
const UnwrapInput = z.strictObject({ wrapped: Bytes, identity: Identity })
const CombineInput = z.strictObject({ recipient: Recipient, shares: z.array(Bytes).min(THRESHOLD) })

/** Sealed bids and the keys that open them (R8). Ciphertexts and shares are in base64. */
export default {
  area: 'seal',
  verbs: {
    bid: {
      summary: 'One bid sealed to a round’s recipient, with its SHA-256 and its commitment',
      input: BidInput,
      run: async ({ recipient, amountMinor, ...place }: z.output<typeof BidInput>) => {
        const { ciphertext, ...hashes } = await sealBid(recipient, place, amountMinor)
        return { ciphertext: toBase64(ciphertext), ...hashes }
      },
    },
    open: {
      summary: 'Every sealed bid of a round opened with its secret, in the order received; a bad one is void',
      input: OpenInput,
      run: async ({ secret, bids }: z.output<typeof OpenInput>) => ({ opened: await openBids(bids, secret) }),
    },
    ceremony: {
      summary: 'A new round key, split three of five and wrapped to the custodians; the secret is dropped',
      input: CeremonyInput,
      run: ({ round, custodians }: z.output<typeof CeremonyInput>) => ceremony(round, custodians),
    },
    unwrap: {
      summary: 'A wrapped share, opened with its custodian’s own key',
      input: UnwrapInput,
      run: unwrap,
    },
    combine: {
      summary: 'The round secret from three shares; exit 1 when it is not the recipient’s',
      input: CombineInput,
      run: combine,
    },
  },
} satisfies Area

async function ceremony(round: string, custodians: z.output<typeof Holder>[]) {
  try {
    return await holdCeremony(round, custodians)
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    throw new InputRefused('seal.custodians', fault.message, 'custodians')
  }
}

async function unwrap({ wrapped, identity }: z.output<typeof UnwrapInput>) {
  const share = await unwrapShare(wrapped, identity)
  if (!share) throw new InputRefused('seal.wrong-identity', 'This key does not open the share.', 'identity')
  return { share: toBase64(share) }
}

async function combine({ recipient, shares }: z.output<typeof CombineInput>) {
  const secret = await combineShares(shares).catch(() => '')
  if (!(await isSecretOf(secret, recipient)))
    throw new CheckFailed('The shares do not give the secret of this recipient.')
  return { secret }
}
