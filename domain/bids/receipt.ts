import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { BidForm } from '@/db/schema/auctions'
import { env } from '@/env'
import { deriveKey } from '@/lib/secrets'

/**
 * The signed answer to one attempt to bid, accepted or refused (R7.7): a text anyone can read, in the form of a C2SP
 * signed note, so that the key published at /api/v1/keys checks it without the portal.
 */
export type ReceiptFacts = {
  attemptId: string
  lotId: string
  paddle: number
  idempotencyKey: string
  form: BidForm
  /** Null when no amount could be read, and for a sealed bid: its receipt names the SHA-256 of the box instead. */
  maxMinor: bigint | null
  /** The round of a clock. */
  round: number | null
  boxHash: string | null
  byPhone: boolean
  receivedAt: Date
  decidedAt: Date
  /** `accepted`, or the code of the refusal. */
  code: string
  /** The last event of the lot after the decision. */
  position: number
  priceMinor: bigint | null
}

export type PublishedKey = {
  /** Who signs, as it stands in the signature line. */
  name: string
  algorithm: 'Ed25519'
  /** The form that signed-note tools read: name, key id, and the key in base64. */
  vkey: string
  publicKeyPem: string
}

const ED25519_PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')

type Signer = PublishedKey & { secret: KeyObject; open: KeyObject; keyId: Buffer }
let known: Signer | undefined

function signer(): Signer {
  if (known) return known
  const secret = createPrivateKey({
    key: Buffer.concat([ED25519_PRIVATE, deriveKey('bid-receipts')]),
    format: 'der',
    type: 'pkcs8',
  })
  const open = createPublicKey(secret)
  const name = `${new URL(env.PORTAL_URL).host}/receipts`
  const raw = Buffer.concat([Buffer.from([1]), open.export({ format: 'der', type: 'spki' }).subarray(-32)])
  const keyId = createHash('sha256').update(`${name}\n`).update(raw).digest().subarray(0, 4)
  const vkey = `${name}+${keyId.toString('hex')}+${raw.toString('base64')}`
  const publicKeyPem = open.export({ format: 'pem', type: 'spki' }).toString()
  known = { name, algorithm: 'Ed25519', vkey, publicKeyPem, secret, open, keyId }
  return known
}

/** What anyone needs to check a receipt. */
export function receiptKey(): PublishedKey {
  const { name, algorithm, vkey, publicKeyPem } = signer()
  return { name, algorithm, vkey, publicKeyPem }
}

/** The receipt as it is stored, sent and downloaded. */
export function signReceipt(facts: ReceiptFacts): string {
  const text = receiptText(facts)
  const { name, keyId, secret } = signer()
  const signature = Buffer.concat([keyId, sign(null, Buffer.from(text), secret)])
  return `${text}\n— ${name} ${signature.toString('base64')}\n`
}

/** Whether this portal signed exactly this text. */
export function isOurReceipt(note: string): boolean {
  const { name, keyId, open } = signer()
  const mark = note.lastIndexOf(`\n— ${name} `)
  if (mark < 0) return false
  const blob = Buffer.from(note.slice(mark + 4 + name.length).trim(), 'base64')
  if (blob.length !== 68 || !blob.subarray(0, 4).equals(keyId)) return false
  return verify(null, Buffer.from(note.slice(0, mark)), open, blob.subarray(4))
}

/** What was stated, in the words of the format. */
function statedIn({ form, maxMinor, round, boxHash, byPhone }: ReceiptFacts): string[] {
  const amount = maxMinor ?? '-'
  const stated: Record<BidForm, string[]> = {
    maximum: [`maximum ${amount}`],
    sealed: [`sealed sha256 ${boxHash ?? '-'}`],
    withdrawal: ['withdrawal'],
    'in-round': [`round ${round ?? '-'}`, `amount ${amount}`],
    unknown: ['maximum -'],
  }
  return [...stated[form], ...(byPhone ? ['by telephone'] : [])]
}

function receiptText(facts: ReceiptFacts): string {
  const lines = [
    'pir receipt v1',
    `attempt ${facts.attemptId}`,
    `lot ${facts.lotId}`,
    `paddle ${facts.paddle}`,
    `key ${facts.idempotencyKey}`,
    ...statedIn(facts),
    `received ${facts.receivedAt.toISOString()}`,
    `decided ${facts.decidedAt.toISOString()}`,
    `code ${facts.code}`,
    `position ${facts.position}`,
    `price ${facts.priceMinor ?? '-'}`,
  ]
  return `${lines.join('\n')}\n`
}
