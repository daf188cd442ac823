import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../sealing/base64'
import { isKeyName, parseNote, type VerifierKey } from './note'

/**
 * Cosignatures of witnesses (C2SP tlog-cosignature, `cosignature/v1`): that at a time the witness saw a checkpoint which
 * continues the one it saw before. A key of its own kind, so that no cosignature is ever taken for a log's signature.
 */
const COSIGNATURE = 4
const SIGNATURE = 64
const BLOB = 8 + SIGNATURE

/** The public side of a witness's seed, under its name. */
export function witnessKeyOf(name: string, seed: Uint8Array): VerifierKey {
  const publicKey = ed25519.getPublicKey(seed)
  return { name, id: idOf(name, publicKey), publicKey }
}

export function formatWitnessKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${toBase64(concatBytes(Uint8Array.of(COSIGNATURE), publicKey))}`
}

/** Reads a witness's key; undefined when it is none. */
export function parseWitnessKey(text: string): VerifierKey | undefined {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  const bytes = encoded === undefined ? undefined : fromBase64(encoded)
  if (name === undefined || !isKeyName(name) || bytes?.length !== 33 || bytes[0] !== COSIGNATURE)
    return undefined
  const publicKey = bytes.slice(1)
  return idOf(name, publicKey) === id ? { name, id, publicKey } : undefined
}

/**
 * The line that a witness adds under a checkpoint.
 * @param text the signed lines of the checkpoint
 * @param time whole seconds since 1970
 */
export function cosign(text: string, name: string, seed: Uint8Array, time: number): string {
  const signature = ed25519.sign(statement(text, BigInt(time)), seed)
  const { id } = witnessKeyOf(name, seed)
  return `— ${name} ${toBase64(concatBytes(hexToBytes(id), bigEndian(BigInt(time)), signature))}`
}

/** Names of the witnesses, of those given, that cosigned a note. */
export function witnessesOf(note: string, keys: readonly VerifierKey[]): string[] {
  return keys.filter((key) => cosignedAt(note, key) !== undefined).map(({ name }) => name)
}

/** When this witness cosigned the note, in seconds since 1970; undefined when it did not. */
export function cosignedAt(note: string, { name, id, publicKey }: VerifierKey): number | undefined {
  const parsed = parseNote(note)
  const own = parsed?.signatures.find((each) => each.name === name && each.id === id)
  if (!parsed || own?.signature.length !== BLOB) return undefined
  const time = new DataView(own.signature.buffer, own.signature.byteOffset).getBigUint64(0)
  try {
    const isGood = ed25519.verify(own.signature.slice(8), statement(parsed.text, time), publicKey, {
      zip215: false,
    })
    return isGood ? Number(time) : undefined
  } catch {
    return undefined
  }
}

function statement(text: string, time: bigint): Uint8Array {
  return utf8ToBytes(`cosignature/v1\ntime ${time}\n${text}`)
}

function bigEndian(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value)
  return bytes
}

function idOf(name: string, publicKey: Uint8Array): string {
  return bytesToHex(
    sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(COSIGNATURE), publicKey)).slice(0, 4),
  )
}
