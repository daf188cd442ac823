import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../sealing/base64'

/**
 * Signed notes (C2SP signed-note) with Ed25519: a text of lines, an empty line, and under it one line for each signature,
 * `— <name> <base64 of key id and signature>` (R9.2).
 */

/** Of the algorithm Ed25519, in key ids and verifier keys. */
const ED25519 = 1
const ID_BYTES = 4
const SIGNATURE_BYTES = 64
/** As other readers of notes have it: judging one signature takes milliseconds. */
const MOST_SIGNATURES = 100

export type VerifierKey = { name: string; id: string; publicKey: Uint8Array }

/** Of a signature line: whose it says it is, and the bytes after the key id. */
export type NoteSignature = { name: string; id: string; signature: Uint8Array }

export type Note = { text: string; signatures: NoteSignature[] }

/** Whether a text can name a key: no space of any kind and no plus sign. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\p{Cc}]/u.test(name) && name.isWellFormed()
}

/** The public side of a seed of 32 bytes, under a name. */
export function verifierKeyOf(name: string, seed: Uint8Array): VerifierKey {
  return keyNamed(name, ed25519.getPublicKey(seed))
}

/** A public key under a name: the same key has another id under another name. */
export function keyNamed(name: string, publicKey: Uint8Array): VerifierKey {
  return { name, id: keyId(name, publicKey), publicKey }
}

/** `<name>+<key id in hex>+<base64 of algorithm and public key>`. */
export function formatVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${toBase64(concatBytes(Uint8Array.of(ED25519), publicKey))}`
}

/** Reads a verifier key; undefined when it is none, of another algorithm, or its id is not that of its key. */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  if (name === undefined || id === undefined || encoded === undefined || !isKeyName(name)) return undefined
  const bytes = fromBase64(encoded)
  if (bytes?.length !== 33 || bytes[0] !== ED25519) return undefined
  const publicKey = bytes.slice(1)
  return keyId(name, publicKey) === id ? { name, id, publicKey } : undefined
}

/**
 * The note with one signature.
 * @param text ends with a newline and holds no other control character
 * @throws {RangeError} for a text or name that no note can have
 */
export function signNote(text: string, name: string, seed: Uint8Array): string {
  if (!isNoteText(text) || !isKeyName(name)) throw new RangeError('No note has this text or name.')
  const signature = ed25519.sign(utf8ToBytes(text), seed)
  const { id } = verifierKeyOf(name, seed)
  return `${text}\n— ${name} ${toBase64(concatBytes(hexToBytes(id), signature))}\n`
}

/** Takes a note apart without judging its signatures; undefined when it is none. */
export function parseNote(note: string): Note | undefined {
  const end = note.lastIndexOf('\n\n')
  if (end === -1 || !note.endsWith('\n')) return undefined
  const text = note.slice(0, end + 1)
  const lines = note.slice(end + 2, -1).split('\n', MOST_SIGNATURES + 1)
  if (lines.length > MOST_SIGNATURES) return undefined
  const signatures = lines.map(parseSignature)
  return isNoteText(text) && signatures.every((one) => one !== undefined) ? { text, signatures } : undefined
}

/** Whether the note bears a good signature by this key, and no bad one in its name. */
export function isSignedBy({ text, signatures }: Note, key: VerifierKey): boolean {
  const own = signatures.filter(({ name, id }) => name === key.name && id === key.id)
  return own.length > 0 && own.every(({ signature }) => isGood(signature, text, key))
}

function isGood(signature: Uint8Array, text: string, { publicKey }: VerifierKey): boolean {
  return (
    signature.length === SIGNATURE_BYTES &&
    ed25519.verify(signature, utf8ToBytes(text), publicKey, { zip215: false })
  )
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name, encoded] = /^— (\S+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? []
  const bytes = encoded === undefined ? undefined : fromBase64(encoded)
  if (name === undefined || !isKeyName(name) || !bytes || bytes.length <= ID_BYTES) return undefined
  return { name, id: bytesToHex(bytes.slice(0, ID_BYTES)), signature: bytes.slice(ID_BYTES) }
}

function keyId(name: string, publicKey: Uint8Array): string {
  const whole = sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(ED25519), publicKey))
  return bytesToHex(whole.slice(0, ID_BYTES))
}

/** Lines of valid text that end in a newline. */
function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text.isWellFormed() && !/[^\n\P{Cc}]/u.test(text)
}
