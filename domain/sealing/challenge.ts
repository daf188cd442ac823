import { createSecretKey, timingSafeEqual } from 'node:crypto'
import { hmacHex } from '@/lib/hash'
import { deriveKey } from '@/lib/secrets'

const FRESH_MS = 60 * 60_000

/** What a custodian signs with its share in the drill: for one share, from one moment, and fresh for an hour. */
export function newChallenge(keyId: string, userId: string, at: Date): string {
  const text = `${keyId}.${userId}.${at.getTime()}`
  return `${text}.${macOf(text)}`
}

/** Whether this portal asked this custodian this, within the last hour. */
export function isFreshChallenge(challenge: string, keyId: string, userId: string, at: Date): boolean {
  const end = challenge.lastIndexOf('.')
  const text = challenge.slice(0, end)
  const [key, user, asked] = text.split('.')
  if (key !== keyId || user !== userId || at.getTime() - Number(asked) > FRESH_MS) return false
  const [given, own] = [Buffer.from(challenge.slice(end + 1)), Buffer.from(macOf(text))]
  return given.length === own.length && timingSafeEqual(given, own)
}

function macOf(text: string): string {
  return hmacHex(createSecretKey(deriveKey('share-drill')), text)
}
