import { randomBytes } from 'node:crypto'
import { signatureOf } from '@/lib/signed-webhook'

/** A secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/**
 * The headers of a Standard Webhooks message. Each secret signs: while one is being replaced the receiver may know either.
 * @param at when this try is made; receivers refuse what is minutes old
 */
export function signBody(
  messageId: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => signatureOf({ id: messageId, timestamp, body }, secret))
  return {
    'webhook-id': messageId,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
