import { seal, unseal } from '@/lib/secrets'

const PURPOSE = 'webhook-secrets'

/** A secret as it is kept: encrypted, because signing needs it again. */
export function keepSecret(secret: string): Uint8Array {
  return seal(PURPOSE, Buffer.from(secret))
}

/** The secrets that sign at an instant: the present one, and for a day the one before. */
export function secretsOf(
  webhook: { secret: Uint8Array; previousSecret: Uint8Array | null; previousUntil: Date | null },
  at: Date,
): string[] {
  const { secret, previousSecret, previousUntil } = webhook
  const overlaps = previousSecret !== null && previousUntil !== null && at < previousUntil
  return [secret, ...(overlaps ? [previousSecret] : [])].map((kept) =>
    Buffer.from(unseal(PURPOSE, kept)).toString(),
  )
}
