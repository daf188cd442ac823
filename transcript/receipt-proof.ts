import { fromBase64, toBase64 } from '../sealing/base64'
import { provesInclusion } from './check-proof'
import { type Checkpoint, openCheckpoint } from './checkpoint'
import { type Hash, leafHash } from './merkle'
import type { VerifierKey } from './note'

/** That an entry stands in the log (C2SP tlog-proof): the leaf’s bytes, its place, the audit path, the checkpoint. */
export type ReceiptProof = { extra: Uint8Array; index: number; proof: readonly Hash[]; note: string }

const HEAD = 'c2sp.org/tlog-proof@v1'
const SALT = 16

export function formatProof({ extra, index, proof, note }: ReceiptProof): string {
  const lines = [HEAD, `extra ${toBase64(extra)}`, `index ${index}`, ...proof.map(toBase64)]
  return `${lines.join('\n')}\n\n${note}`
}

/** A receipt, and the proof that stands under it if there is one. */
export function splitProof(text: string): { receipt: string; proof: string | null } {
  const at = text.indexOf(`${HEAD}\n`)
  if (at < 0) return { receipt: text, proof: null }
  return { receipt: `${text.slice(0, at).trimEnd()}\n`, proof: text.slice(at) }
}

/**
 * The place of an attempt’s entry, the checkpoint that holds it, and the SHA-256 of the sealed bid that the entry names;
 * undefined when the proof proves nothing, or is of another attempt or log.
 */
export function openProof(
  text: string,
  attempt: string,
  log: VerifierKey,
): { index: number; checkpoint: Checkpoint; sha256: string | null } | undefined {
  const [, extra, digits, path, note] =
    /^c2sp\.org\/tlog-proof@v1\nextra (\S+)\nindex (0|[1-9]\d{0,14})\n((?:\S+\n)*)\n([\s\S]+)$/.exec(text) ??
    []
  const bytes = extra === undefined ? undefined : fromBase64(extra)
  const checkpoint = note === undefined ? undefined : openCheckpoint(note, log)
  const proof = path?.split('\n').filter(Boolean).map(fromBase64)
  if (!bytes || !checkpoint || !proof?.every((hash) => hash !== undefined)) return undefined
  const index = Number(digits)
  const { size, root } = checkpoint
  const isIn = provesInclusion(leafHash(bytes), { index, size, root, proof })
  const entry = readEntry(bytes.slice(SALT))
  if (!isIn || entry?.object !== attempt) return undefined
  const sha256 = entry.facts?.sha256
  return { index, checkpoint, sha256: typeof sha256 === 'string' ? sha256 : null }
}

type EntryOfAttempt = { object?: unknown; facts?: { sha256?: unknown } }

function readEntry(payload: Uint8Array): EntryOfAttempt | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(payload)) as EntryOfAttempt
  } catch {
    return undefined
  }
}
