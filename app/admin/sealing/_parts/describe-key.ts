type Progress = {
  newest: { version: number } | undefined
  proofs: number
  opening: { bids: number; unlockedAt: Date | null; finishedAt: Date | null } | null
  released: readonly unknown[]
  boxes: { all: number; unopened: number }
}

/** How far the key of a round and its opening are, in one sentence. */
export function describeKey({ newest, proofs, opening, released, boxes }: Progress): string {
  if (opening?.finishedAt) return `All ${opening.bids} bids are opened`
  if (opening?.unlockedAt) return `${opening.bids - boxes.unopened} of ${opening.bids} bids are opened`
  if (opening) return `${released.length} of 3 shares released`
  if (!newest) return 'No key yet'
  return proofs >= 4 ? `Ready: ${proofs} of 5 custodians have proven their shares` : `${proofs} of 4 proofs`
}
