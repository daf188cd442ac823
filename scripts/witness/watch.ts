import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hexToBytes } from '@noble/hashes/utils.js'
import { openCheckpoint } from '../../transcript/checkpoint'
import type { VerifierKey } from '../../transcript/note'
import { testify } from '../../transcript/witness'

/** What a witness keeps between its turns: its secret, and the last checkpoint that it signed. */
export type Kept = { name: string; seedHex: string; note: string | null }

export type Seen = { size: number; signed: boolean } | { refused: string; forked: boolean }

type Latest = { size: number; note: string }

/**
 * One turn: fetches the latest checkpoint and the proof that it continues the last one, writes down what it is about to
 * sign, signs it and hands it in. What it refuses it keeps beside its own state, as evidence.
 * @param file where it keeps its state
 * @param now whole seconds since 1970
 */
export async function watchOnce(portal: string, log: VerifierKey, file: string, now: number): Promise<Seen> {
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept
  const last = kept.note === null ? null : (openCheckpoint(kept.note, log) ?? null)
  if (kept.note !== null && !last) throw new Error('The checkpoint kept here is not one of this log.')
  const latest = await ask<Latest>(`${portal}/api/v1/transcript`)
  const proof =
    last && last.size < latest.size
      ? await ask<{ proof: string[] }>(
          `${portal}/api/v1/transcript/consistency?from=${last.size}&to=${latest.size}`,
        )
      : { proof: [] }
  const witness = { name: kept.name, seed: hexToBytes(kept.seedHex), log }
  const said = testify(witness, last, latest.note, proof.proof.map(hexToBytes), now)
  if ('refused' in said) {
    writeFileSync(
      `${file}.refused-${latest.size}.json`,
      JSON.stringify({ last: kept.note, ...latest, ...proof }, null, 2),
    )
    return said
  }
  keep(file, { ...kept, note: latest.note })
  const { size } = said.checkpoint
  const answer = await fetch(`${portal}/api/v1/transcript/cosignatures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ size, line: said.line }),
  })
  return { size, signed: answer.ok }
}

/** In one step: a witness that was interrupted has its old state or its new one. */
export function keep(file: string, kept: Kept): void {
  writeFileSync(`${file}.new`, JSON.stringify(kept, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

async function ask<T>(address: string): Promise<T> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`)
  return (await response.json()) as T
}
