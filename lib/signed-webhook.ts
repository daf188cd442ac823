import { createHmac, timingSafeEqual } from 'node:crypto'

/** A message may be so much older or younger than its receipt. */
const TOLERANCE_SECONDS = 300

type Signed = { id: string; timestamp: string; body: string }
export type Verdict = { ok: true; id: string; sentAt: Date } | { ok: false; why: 'missing' | 'signature' }

/**
 * Checks a message against Standard Webhooks: HMAC-SHA-256 over `id.timestamp.body`, exactly as the body came. Each of
 * the secrets (`whsec_` and base64) may have signed it, so that one can be replaced without losing a message. Every
 * comparison takes the same time. Whether it is recent (`isRecent`) is asked afterwards, so that what nobody signed costs
 * nothing more.
 */
export function checkSignature(
  headers: { get(name: string): string | null },
  body: string,
  secrets: readonly string[],
): Verdict {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((part) =>
    headers.get(`webhook-${part}`),
  )
  if (!id || !timestamp || !signatures || !/^[\x21-\x7e]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp))
    return { ok: false, why: 'missing' }
  const given = signatures.split(' ').filter((one) => one.startsWith('v1,'))
  const wanted = secrets.map((secret) => Buffer.from(signatureOf({ id, timestamp, body }, secret)))
  const matches = given.some((one) => wanted.some((right) => isSame(Buffer.from(one), right)))
  if (!matches) return { ok: false, why: 'signature' }
  return { ok: true, id, sentAt: new Date(Number(timestamp) * 1000) }
}

/** Whether a message that was sent at that instant is taken now. */
export function isRecent(sentAt: Date, at: Date): boolean {
  return Math.abs(at.getTime() - sentAt.getTime()) <= TOLERANCE_SECONDS * 1000
}

/** `v1,` and base64: what one secret makes of a message. */
export function signatureOf({ id, timestamp, body }: Signed, secret: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
