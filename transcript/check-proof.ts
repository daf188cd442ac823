import { type Hash, nodeHash } from './merkle'

/**
 * Whether the audit path leads from a leaf to the root (RFC 9162, section 2.1.3.2). What is impossible, such as an index
 * beyond the size or a path of the wrong length, proves nothing.
 */
export function provesInclusion(
  leaf: Hash,
  { index, size, proof, root }: { index: number; size: number; proof: readonly Hash[]; root: Hash },
): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false
  let [node, last, hash] = [index, size - 1, leaf]
  for (const step of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(step, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      hash = nodeHash(hash, step)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && same(hash, root)
}

type Growth = { from: number; to: number; fromRoot: Hash; root: Hash; proof: readonly Hash[] }

/** Whether the smaller tree begins the larger one (RFC 9162, section 2.1.4.2). The empty tree begins every tree. */
export function provesConsistency({ from, to, fromRoot, root, proof }: Growth): boolean {
  if (!isSize(from) || !isSize(to) || from > to) return false
  if (from === to) return proof.length === 0 && same(fromRoot, root)
  if (from === 0) return proof.length === 0
  const path = isPowerOfTwo(from) ? [fromRoot, ...proof] : [...proof]
  let [node, last] = [from - 1, to - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  const [first, ...steps] = path
  if (!first) return false
  let [old, grown] = [first, first]
  for (const step of steps) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      old = nodeHash(step, old)
      grown = nodeHash(step, grown)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      grown = nodeHash(grown, step)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && same(old, fromRoot) && same(grown, root)
}

const half = (n: number) => Math.floor(n / 2)
const isSize = (n: number) => Number.isSafeInteger(n) && n >= 0
const isPowerOfTwo = (n: number) => Number.isInteger(Math.log2(n))

/** Hashes are public, so how long the comparison takes tells nothing. */
function same(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
