import { PLAIN_BYTES } from './content'

/** A sealed bid has 3,7xx to 5,8xx bytes; more can only be something else. */
export const MOST_BYTES = 16 * 1024

const LINE = 0x0a
const MOST_LINES = 400
/** Of the payload: a nonce, the one chunk, its tag. */
const PAYLOAD_BYTES = 16 + PLAIN_BYTES + 16

/**
 * Whether bytes have the one shape of a sealed bid, which anyone can see without a key: binary age v1, one stanza for the
 * hybrid recipient (besides the grease that tools may add), exactly one chunk of the constant length, and nothing after.
 */
export function isEnvelope(ciphertext: Uint8Array): boolean {
  if (ciphertext.length > MOST_BYTES) return false
  const header = headerOf(ciphertext)
  if (!header || ciphertext.length - header.bytes !== PAYLOAD_BYTES) return false
  const stanzas = header.lines.filter((line) => line.startsWith('-> '))
  const hybrid = stanzas.filter((line) => line.startsWith('-> mlkem768x25519 '))
  const grease = stanzas.filter((line) => /^-> \S*-grease( |$)/.test(line))
  return (
    header.lines[0] === 'age-encryption.org/v1' &&
    hybrid.length === 1 &&
    hybrid.length + grease.length === stanzas.length
  )
}

/** The lines of the header up to its MAC, and how many bytes they take. */
function headerOf(ciphertext: Uint8Array): { lines: string[]; bytes: number } | undefined {
  const lines: string[] = []
  let from = 0
  while (lines.length < MOST_LINES) {
    const end = ciphertext.indexOf(LINE, from)
    if (end === -1) return undefined
    const line = String.fromCharCode(...ciphertext.subarray(from, end))
    lines.push(line)
    from = end + 1
    if (line.startsWith('--- ')) return { lines, bytes: from }
  }
  return undefined
}
