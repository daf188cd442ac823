import { type Hash, nodeHash, rootOf } from './merkle'

/** How many hashes a tile holds, and the height of the subtree over them (C2SP tlog-tiles). */
export const TILE = 256
const TILE_HEIGHT = 8

/**
 * Gives the hashes of a tile: at `level` 0 leaves `number × 256` and on, at level n the roots of full subtrees of 256ⁿ
 * leaves. The last tile of a level may be shorter.
 */
export type ReadTile = (level: number, number: number) => Promise<readonly Hash[]>

/** The audit path of a leaf in the tree over the first `size` leaves (RFC 9162, 2.1.3.1), reading a tile per level. */
export async function inclusionFromTiles(read: ReadTile, index: number, size: number): Promise<Hash[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`No leaf ${index} in a tree of ${size}.`)
  return pathOf(read, index, 0, size)
}

async function pathOf(read: ReadTile, index: number, from: number, to: number): Promise<Hash[]> {
  if (to - from === 1) return []
  const middle = from + largestPowerBelow(to - from)
  return index < middle
    ? [...(await pathOf(read, index, from, middle)), await hashOfRange(read, middle, to)]
    : [...(await pathOf(read, index, middle, to)), await hashOfRange(read, from, middle)]
}

/** That the tree over `from` leaves begins the one over `to` (RFC 9162, 2.1.4.1). */
export async function consistencyFromTiles(read: ReadTile, from: number, to: number): Promise<Hash[]> {
  if (!(from >= 0 && from <= to)) throw new RangeError(`A tree of ${from} does not begin one of ${to}.`)
  return from === 0 || from === to ? [] : growthOf(read, from, 0, to, true)
}

async function growthOf(
  read: ReadTile,
  old: number,
  from: number,
  to: number,
  isKnown: boolean,
): Promise<Hash[]> {
  if (old === to - from) return isKnown ? [] : [await hashOfRange(read, from, to)]
  const half = largestPowerBelow(to - from)
  const middle = from + half
  return old <= half
    ? [...(await growthOf(read, old, from, middle, isKnown)), await hashOfRange(read, middle, to)]
    : [...(await growthOf(read, old - half, middle, to, false)), await hashOfRange(read, from, middle)]
}

/** The root over leaves `from` to `to`, where `from` is a multiple of the largest power of two within. */
export async function hashOfRange(read: ReadTile, from: number, to: number): Promise<Hash> {
  const count = to - from
  if (count === 0) return rootOf([])
  const height = Math.log2(count)
  if (Number.isInteger(height)) return fullSubtree(read, height, from / count)
  const middle = from + largestPowerBelow(count)
  return nodeHash(await hashOfRange(read, from, middle), await hashOfRange(read, middle, to))
}

async function fullSubtree(read: ReadTile, height: number, index: number): Promise<Hash> {
  const level = Math.floor(height / TILE_HEIGHT)
  const count = 2 ** (height % TILE_HEIGHT)
  const first = index * count
  const tile = await read(level, Math.floor(first / TILE))
  const hashes = tile.slice(first % TILE, (first % TILE) + count)
  if (hashes.length !== count)
    throw new RangeError(`The tree has no full subtree ${index} of height ${height}.`)
  return rootOf(hashes)
}

function largestPowerBelow(size: number): number {
  return 2 ** Math.ceil(Math.log2(size) - 1)
}
