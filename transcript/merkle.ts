import { sha256 } from '@noble/hashes/sha2.js'

/** The Merkle tree of RFC 6962, section 2.1: what a transcript is bound by (R9.2). A hash has 32 bytes. */
export type Hash = Uint8Array

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The hash of one entry: SHA-256(0x00 ‖ entry). */
export function leafHash(entry: Uint8Array): Hash {
  return sha256.create().update(LEAF).update(entry).digest()
}

/** The hash over two subtrees: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256.create().update(NODE).update(left).update(right).digest()
}

/** The root over leaf hashes; of none, SHA-256 of nothing. */
export function rootOf(leaves: readonly Hash[]): Hash {
  return leaves.length === 0 ? sha256(new Uint8Array()) : subtree(leaves, 0, leaves.length)
}

/**
 * The audit path of one leaf in the tree over the first `size` leaves, from the leaf upwards.
 * @throws {RangeError} unless 0 ≤ index < size ≤ leaves
 */
export function inclusionProof(leaves: readonly Hash[], index: number, size: number): Hash[] {
  if (!(0 <= index && index < size && size <= leaves.length))
    throw new RangeError(`There is no leaf ${index} in a tree of ${size}.`)
  return pathTo(leaves, index, 0, size)
}

function pathTo(leaves: readonly Hash[], index: number, from: number, to: number): Hash[] {
  if (to - from === 1) return []
  const middle = from + splitOf(to - from)
  return index < middle
    ? [...pathTo(leaves, index, from, middle), subtree(leaves, middle, to)]
    : [...pathTo(leaves, index, middle, to), subtree(leaves, from, middle)]
}

/**
 * The proof that the tree over the first `from` leaves is the beginning of the tree over the first `to`. Empty for
 * trees that are equal, and from the empty tree, which begins every other.
 * @throws {RangeError} unless 0 ≤ from ≤ to ≤ leaves
 */
export function consistencyProof(leaves: readonly Hash[], from: number, to: number): Hash[] {
  if (!(0 <= from && from <= to && to <= leaves.length))
    throw new RangeError(`There is no tree of ${from} that begins one of ${to}.`)
  return from === 0 || from === to ? [] : grown(leaves, from, 0, to, true)
}

/** `whole`: the old tree is known to the verifier as it stands, so its root is not told again. */
function grown(leaves: readonly Hash[], old: number, from: number, to: number, whole: boolean): Hash[] {
  if (old === to) return whole ? [] : [subtree(leaves, from, to)]
  const middle = from + splitOf(to - from)
  return old <= middle
    ? [...grown(leaves, old, from, middle, whole), subtree(leaves, middle, to)]
    : [...grown(leaves, old, middle, to, false), subtree(leaves, from, middle)]
}

function subtree(leaves: readonly Hash[], from: number, to: number): Hash {
  if (to - from === 1) return leaves[from]!
  const middle = from + splitOf(to - from)
  return nodeHash(subtree(leaves, from, middle), subtree(leaves, middle, to))
}

/** The largest power of two below a size of at least 2: how many leaves are on the left. */
function splitOf(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1))
}
