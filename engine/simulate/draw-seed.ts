import type { Random } from './random'

/** A seed for the draw among equals (R7.5): in a simulation there is no transcript to take it from. */
export function drawSeed(random: Random): string {
  return Array.from({ length: 32 }, () => random.below(256).toString(16).padStart(2, '0')).join('')
}
