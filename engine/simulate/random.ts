import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Numbers that look random and are not: the same seed gives the same ones, on every machine. */
export interface Random {
  /** A whole number from 0 to below `count`, at most 2^32. */
  below(count: number): number
  /** From 0 to below 1, in steps of 2^-32. */
  share(): number
  /** True so many times out of 10,000. */
  chance(basisPoints: number): boolean
  /** About normal, mean 0 and deviation 1: twelve even numbers added up, so that no library function decides. */
  normal(): number
}

/** SHA-256 of `seed|0`, `seed|1`, … read as one long string of bytes. */
export function randomFrom(seed: string): Random {
  let counter = 0
  let block = new Uint8Array(0)
  let used = 0
  const byte = (): number => {
    if (used === block.length) {
      block = sha256(utf8ToBytes(`${seed}|${counter}`))
      counter += 1
      used = 0
    }
    used += 1
    return block[used - 1] as number
  }
  const pair = () => byte() * 256 + byte()
  const share = () => (pair() * 65_536 + pair()) / 2 ** 32
  return {
    share,
    below: (count) => Math.floor(share() * count),
    chance: (basisPoints) => share() * 10_000 < basisPoints,
    normal: () => {
      let sum = 0
      for (let drawn = 0; drawn < 12; drawn += 1) sum += pair() / 65_536
      return sum - 6
    },
  }
}
