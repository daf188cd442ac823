import { pool, type Sql } from '@/db/client'
import { env } from '@/env'
import { cosignedAt, parseWitnessKey } from '@/transcript/cosignature'
import type { VerifierKey } from '@/transcript/note'

/** The witnesses whose word is kept: those whose keys the operator set (R9.2). */
export function knownWitnesses(): VerifierKey[] {
  return env.WITNESS_KEYS.flatMap((text) => parseWitnessKey(text) ?? [])
}

/**
 * Keeps what a witness signed under one of our checkpoints, once. Not an operation: it would itself become an entry, for
 * which there would be a checkpoint to cosign, without end. Whoever sends it, the signature alone counts.
 */
export async function keepCosignature(
  { size, line }: { size: number; line: string },
  sql: Sql = pool(),
): Promise<'kept' | 'no-checkpoint' | 'unknown'> {
  const [row] = await sql<{ note: string }[]>`select note from log_checkpoints where size = ${size}`
  if (!row) return 'no-checkpoint'
  const witness = knownWitnesses().find((key) => cosignedAt(`${row.note}${line}\n`, key) !== undefined)
  if (!witness || line.includes('\n')) return 'unknown'
  await sql`
    insert into log_cosignatures (size, witness, line) values (${size}, ${witness.name}, ${line})
    on conflict do nothing`
  return 'kept'
}
