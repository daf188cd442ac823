/** A round is addressed by its phase and its number in it: `1-2` is round 2 of phase 1. */
export type RoundNumber = { phase: number; number: number }

/** The last part of a round's public address and its name in filters and files: `1-2`. */
export function roundSlug({ phase, number }: RoundNumber): string {
  return `${phase}-${number}`
}

/** Reads `1-2`; undefined for anything else, leading zeros included: every round has one address. */
export function readRoundSlug(slug: string): RoundNumber | undefined {
  const parts = /^([1-9]\d{0,3})-([1-9]\d{0,3})$/.exec(slug)
  return parts ? { phase: Number(parts[1]), number: Number(parts[2]) } : undefined
}

/** The public address of a round. */
export function roundPath(round: RoundNumber): string {
  return `/rounds/${roundSlug(round)}`
}
