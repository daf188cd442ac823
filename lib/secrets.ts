import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/env'

/** A 32-byte key for one purpose, derived from the portal's secret (HKDF-SHA-256). */
export function deriveKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env.PORTAL_SECRET, 'pir-portal-v1', purpose, 32))
}

/** Encrypts at rest for one purpose (AES-256-GCM; 12-byte nonce ‖ tag ‖ ciphertext). */
export function seal(purpose: string, plaintext: Uint8Array): Uint8Array {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(purpose), nonce)
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Reverses `seal`. Throws when the bytes were changed or sealed for another purpose. */
export function unseal(purpose: string, sealed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
}

/** A fresh link token (256 bits, base64url). Only its SHA-256 is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
