import { hash } from 'node:crypto'

/** What a seed draws for a name: 64 hexadecimal digits, the same on every machine and for every order of asking. */
export function drawn(seed: string, name: string): string {
  return hash('sha256', `pir-review-v1|${seed}|${name}`, 'hex')
}

/** The same as a number from 0 to below 1, in steps of 2^-48. */
export function drawnShare(seed: string, name: string): number {
  return Number.parseInt(drawn(seed, name).slice(0, 12), 16) / 2 ** 48
}
