import { randomBytes } from 'node:crypto'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import { seal, unseal } from '@/lib/secrets'

const STEP_SECONDS = 30

/** A new 160-bit seed, sealed for the database, and what an authenticator app reads. */
export function newTotpSeed(email: string): { sealed: Uint8Array; uri: string; typed: string } {
  const seed = randomBytes(20)
  return { sealed: seal('totp', seed), ...readable(seed, email) }
}

/** The seed of an unfinished set-up, to be shown again while it is being scanned. */
export function readTotpSeed(sealed: Uint8Array, email: string): { uri: string; typed: string } {
  return readable(unseal('totp', sealed), email)
}

function readable(seed: Uint8Array, email: string) {
  const totp = authenticator(seed, email)
  return { uri: totp.toString(), typed: totp.secret.base32.replace(/(.{4})(?=.)/g, '$1 ') }
}

function authenticator(seed: Uint8Array, label = ''): TOTP {
  const secret = new Secret({ buffer: new Uint8Array(seed).buffer })
  return new TOTP({ issuer: 'Short names in .ORG', label, secret, digits: 6, period: STEP_SECONDS })
}

/** The 30-second step this code belongs to, one step of drift allowed either way; undefined when it is wrong. */
export function totpStep(sealed: Uint8Array, code: string, at: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const totp = authenticator(unseal('totp', sealed))
  const drift = totp.validate({ token: code, timestamp: at.getTime(), window: 1 })
  return drift === null ? undefined : Math.floor(at.getTime() / 1000 / STEP_SECONDS) + drift
}

/**
 * Uses a code up: right, and of a step that no code was used for. One conditional update, so that of two at the same
 * moment one is refused (ASVS V6.5.1).
 */
export async function spendTotpCode(
  tx: Tx,
  user: { id: string; totpSecret: Uint8Array | null },
  code: string,
  at: Date,
): Promise<boolean> {
  const step = user.totpSecret ? totpStep(user.totpSecret, code, at) : undefined
  if (step === undefined) return false
  const fresh = or(isNull(users.totpLastStep), lt(users.totpLastStep, step))
  const used = await tx
    .update(users)
    .set({ totpLastStep: step })
    .where(and(eq(users.id, user.id), fresh))
    .returning({ id: users.id })
  return used.length === 1
}
