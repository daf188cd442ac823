import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countPeaks, empty, type FullSubtree, grow, rootOfGrowth } from './growth'
import { consistencyProof, type Hash, inclusionProof, leafHash, rootOf } from './merkle'
import { consistencyFromTiles, hashOfRange, inclusionFromTiles, type ReadTile, TILE } from './tiles'

const leaves = Array.from({ length: 700 }, (_, n) => leafHash(Uint8Array.of(n % 256, n >> 8)))

/** The tiles of a tree, kept as a sequencer keeps them: leaves, and the subtrees whose height is a multiple of eight. */
function tilesOf(some: readonly Hash[]): ReadTile {
  const rows: Hash[][] = []
  const growth = empty()
  const keep = ({ height, index, hash }: FullSubtree) => {
    if (height % 8 !== 0) return
    rows[height / 8] ??= []
    rows[height / 8]![index] = hash
  }
  for (const leaf of some) grow(growth, leaf, keep)
  return async (level, number) => rows[level]?.slice(number * TILE, (number + 1) * TILE) ?? []
}

test('R9.2 a tree that grows leaf by leaf has the root of RFC 6962 at every size', () => {
  const growth = empty()
  for (let size = 0; size <= 70; size++) {
    expect(rootOfGrowth(growth)).toEqual(rootOf(leaves.slice(0, size)))
    expect(growth.peaks).toHaveLength(countPeaks(size))
    grow(growth, leaves[size]!)
  }
})

test('R9.2 proofs from tiles are those from all the leaves', async () => {
  const read = tilesOf(leaves)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: leaves.length }), fc.nat(), async (size, some) => {
      const at = some % size
      expect(await inclusionFromTiles(read, at, size)).toEqual(inclusionProof(leaves, at, size))
      expect(await consistencyFromTiles(read, at, size)).toEqual(consistencyProof(leaves, at, size))
      expect(await hashOfRange(read, 0, size)).toEqual(rootOf(leaves.slice(0, size)))
    }),
    { numRuns: 8 },
  )
  await expect(inclusionFromTiles(read, 3, 3)).rejects.toThrow(RangeError)
  await expect(consistencyFromTiles(read, 4, 3)).rejects.toThrow(RangeError)
  await expect(inclusionFromTiles(read, 0, 2000)).rejects.toThrow(RangeError)
})
