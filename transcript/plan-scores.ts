import { canonical, sha256Hex } from './canonical'

/** What is frozen of a plan before bidding opens (R6.8). Without the salt, 64 hex digits, no score is guessed from its leaf. */
export type FrozenScore = { lot: string; outcome: string; salt: string; scoreHundredths: number | null }

/** The hash that stands for one plan: of its canonical JSON, in hex. */
export function leafOfScore({ lot, outcome, salt, scoreHundredths }: FrozenScore): string {
  return sha256Hex(canonical({ lot, outcome, salt, scoreHundredths }))
}

/** The hash of all frozen scores: of their leaves by value, joined by line feeds. */
export function hashOfScores(leaves: readonly string[]): string {
  return sha256Hex([...leaves].sort().join('\n'))
}
