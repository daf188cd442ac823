import { createSecretKey, timingSafeEqual } from 'node:crypto'
import { hmacHex } from '@/lib/hash'
import { deriveKey } from '@/lib/secrets'

const FRESH_MS = 60 * 60_000

type Share = { keyId: string; sha256: string }

/** What a custodian signs with its share in the drill: for one share, from one moment, and fresh for an hour. */
export function newChallenge({ keyId, sha256 }: Share, at: Date): string {
  const text = `${keyId}.${sha256}.${at.getTime()}`
  return `${text}.${macOf(text)}`
}

/** Whether this portal asked the holder of this share this, within the last hour. */
export function isFreshChallenge(challenge: string, { keyId, sha256 }: Share, at: Date): boolean {
  const end = challenge.lastIndexOf('.')
  const text = challenge.slice(0, end)
  const [key, share, asked] = text.split('.')
  if (key !== keyId || share !== sha256 || at.getTime() - Number(asked) > FRESH_MS) return false
  const [given, own] = [Buffer.from(challenge.slice(end + 1)), Buffer.from(macOf(text))]
  return given.length === own.length && timingSafeEqual(given, own)
}

function macOf(text: string): string {
  return hmacHex(createSecretKey(deriveKey('share-drill')), text)
}
