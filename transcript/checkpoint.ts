import { fromBase64, toBase64 } from '../sealing/base64'
import type { Hash } from './merkle'
import { isKeyName, isSignedBy, parseNote, signNote, type VerifierKey } from './note'

/** How large a log was and its root: what C2SP tlog-checkpoint puts into a signed note (R9.2). */
export type Checkpoint = { origin: string; size: number; root: Hash }

const ROOT_BYTES = 32

/**
 * The checkpoint as a note signed under its origin’s name.
 * @param seed 32 bytes of Ed25519
 * @throws {RangeError} for an origin, size or root that no checkpoint has
 */
export function signCheckpoint(checkpoint: Checkpoint, seed: Uint8Array): string {
  return signNote(formatCheckpoint(checkpoint), checkpoint.origin, seed)
}

/** The lines that are signed: origin, size in decimal, root in base64. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!isKeyName(origin) || !Number.isSafeInteger(size) || size < 0 || root.length !== ROOT_BYTES)
    throw new RangeError('No checkpoint has this origin, size or root.')
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** Reads the signed lines; undefined when they are none. Lines that follow the three are extensions, and are refused. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, digits, encoded] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n$/.exec(text) ?? []
  const root = encoded === undefined ? undefined : fromBase64(encoded)
  const size = Number(digits)
  if (origin === undefined || root?.length !== ROOT_BYTES || !Number.isSafeInteger(size)) return undefined
  return { origin, size, root }
}

/** The checkpoint of a note, if the key signed it under the log’s own name. */
export function openCheckpoint(note: string, key: VerifierKey): Checkpoint | undefined {
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  if (!parsed || !checkpoint || checkpoint.origin !== key.name) return undefined
  return isSignedBy(parsed, key) ? checkpoint : undefined
}
