import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provesConsistency, provesInclusion } from './check-proof'
import { consistencyProof, type Hash, inclusionProof, leafHash, rootOf } from './merkle'

/** Entries and roots of the reference tests of Certificate Transparency. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const leaves = entries.map((hex) => leafHash(hexToBytes(hex)))

/** RFC 9162, section 2.1.1, read literally: the slow reference. */
function reference(some: readonly Hash[]): Hash {
  if (some.length <= 1) return some[0] ?? rootOf([])
  let left = 1
  while (left * 2 < some.length) left *= 2
  return rootOf([reference(some.slice(0, left)), reference(some.slice(left))])
}

const manyLeaves = fc
  .integer({ min: 1, max: 70 })
  .map((n) => Array.from({ length: n }, (_, i) => leafHash(Uint8Array.of(i))))

describe('R9.2 the Merkle tree of RFC 6962', () => {
  it('has the roots of the reference tests', () => {
    expect(roots.map((_, size) => bytesToHex(rootOf(leaves.slice(0, size))))).toEqual(roots)
  })

  it('has the paths of the reference tests', () => {
    expect(inclusionProof(leaves, 5, 8).map(bytesToHex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
    expect(consistencyProof(leaves, 6, 8).map(bytesToHex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
  })

  it('agrees with the definition, and every leaf of every size is proven', () => {
    fc.assert(
      fc.property(manyLeaves, (some) => {
        const root = rootOf(some)
        expect(root).toEqual(reference(some))
        const size = some.length
        some.forEach((leaf, index) => {
          expect(provesInclusion(leaf, { index, size, root, proof: inclusionProof(some, index, size) })).toBe(
            true,
          )
        })
      }),
      { numRuns: 60 },
    )
  })

  it('every tree that was is the beginning of every later one', () => {
    fc.assert(
      fc.property(manyLeaves, fc.nat(), fc.nat(), (some, a, b) => {
        const [from, to] = [a % (some.length + 1), b % (some.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const fromRoot = rootOf(some.slice(0, from))
        const root = rootOf(some.slice(0, to))
        const growth = { from, to, fromRoot, root, proof: consistencyProof(some, from, to) }
        expect(provesConsistency(growth)).toBe(true)
        const tampered = some.map((leaf, at) => (at === 0 ? leafHash(Uint8Array.of(255, 255)) : leaf))
        if (from > 0)
          expect(provesConsistency({ ...growth, fromRoot: rootOf(tampered.slice(0, from)) })).toBe(false)
        if (to > 0 && from > 0)
          expect(provesConsistency({ ...growth, root: rootOf(tampered.slice(0, to)) })).toBe(false)
      }),
    )
  })

  it('a proof with any other index, size, leaf, root or length proves nothing', () => {
    fc.assert(
      fc.property(manyLeaves, fc.nat(), fc.nat(), (some, a, b) => {
        const size = some.length
        const index = a % size
        const other = b % size
        const right = { index, size, root: rootOf(some), proof: inclusionProof(some, index, size) }
        const leaf = some[index]!
        if (other !== index) {
          expect(provesInclusion(leaf, { ...right, index: other })).toBe(false)
          expect(provesInclusion(some[other]!, right)).toBe(false)
        }
        expect(provesInclusion(leaf, { ...right, index: size })).toBe(false)
        expect(provesInclusion(leaf, { ...right, index: -1 })).toBe(false)
        expect(provesInclusion(leaf, { ...right, index: 0.5 })).toBe(false)
        expect(provesInclusion(leaf, { ...right, proof: [...right.proof, leaf] })).toBe(false)
        if (size > 1) expect(provesInclusion(leaf, { ...right, proof: right.proof.slice(1) })).toBe(false)
        expect(provesInclusion(leaf, { ...right, root: leafHash(Uint8Array.of(255, 255)) })).toBe(false)
      }),
    )
  })

  it('refuses to prove what is not there', () => {
    expect(() => inclusionProof(leaves, 8, 8)).toThrow(RangeError)
    expect(() => inclusionProof(leaves, 0, 9)).toThrow(RangeError)
    expect(() => consistencyProof(leaves, 5, 4)).toThrow(RangeError)
    expect(() => consistencyProof(leaves, -1, 4)).toThrow(RangeError)
  })
})
