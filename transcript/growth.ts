import { type Hash, nodeHash, rootOf } from './merkle'

/**
 * A tree that only grows: all it takes to add leaves is how many there are and the roots of the full subtrees that make
 * up the tree, the largest first. There are at most as many as the size has binary digits.
 */
export type Growth = { size: number; peaks: Hash[] }

/** A full subtree: its height (a leaf is 0), how many of that height stand before it, its root. */
export type FullSubtree = { height: number; index: number; hash: Hash }

export const empty = (): Growth => ({ size: 0, peaks: [] })

/**
 * Adds a leaf. Changes `growth`.
 * @param onSubtree hears of each subtree that became full, from the leaf upwards
 */
export function grow(growth: Growth, leaf: Hash, onSubtree?: (subtree: FullSubtree) => void): void {
  let [hash, index, height] = [leaf, growth.size, 0]
  onSubtree?.({ height, index, hash })
  while (index % 2 === 1) {
    hash = nodeHash(growth.peaks.pop() as Hash, hash)
    index = (index - 1) / 2
    height += 1
    onSubtree?.({ height, index, hash })
  }
  growth.peaks.push(hash)
  growth.size += 1
}

/** The root of the tree as it stands. */
export function rootOfGrowth({ peaks }: Growth): Hash {
  const last = peaks.at(-1)
  if (!last) return rootOf([])
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
}

/** How many peaks a tree of this size has: the ones among its binary digits. */
export function countPeaks(size: number): number {
  let count = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}
