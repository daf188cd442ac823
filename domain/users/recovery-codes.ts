import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { recoveryCodes } from '@/db/schema/people'
import { sha256Hex } from '@/lib/hash'

/** No i, l, o or u: a code is copied from paper. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const HOW_MANY = 10

/** Ten new codes of 80 bits; the old ones end. Shown once, stored as SHA-256. */
export async function replaceRecoveryCodes(tx: Tx, userId: string, at: Date): Promise<string[]> {
  await endRecoveryCodes(tx, userId)
  const codes = Array.from({ length: HOW_MANY }, newCode)
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ codeHash: hashOfCode(code), userId, createdAt: at })))
  return codes
}

export async function endRecoveryCodes(tx: Tx, userId: string): Promise<void> {
  await tx.delete(recoveryCodes).where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
}

/** Uses a code up; false when it is none of this person's or was used. */
export async function spendRecoveryCode(tx: Tx, userId: string, typed: string, at: Date): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(
      and(
        eq(recoveryCodes.codeHash, hashOfCode(typed)),
        eq(recoveryCodes.userId, userId),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: recoveryCodes.userId })
  return used.length === 1
}

function newCode(): string {
  const characters = [...randomBytes(16)].map((byte) => ALPHABET[byte & 31])
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

function hashOfCode(code: string): string {
  return sha256Hex(code.toLowerCase().replace(/[^0-9a-z]/g, ''))
}
