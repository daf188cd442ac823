/** The seven steps in which the catalogue inks a figure, light to dark. */
export type InkStep = 0 | 1 | 2 | 3 | 4 | 5 | 6
type Scale = readonly { from: bigint; words: string }[]

/** Applications for a name. */
export const interestScale: Scale = [
  { from: 0n, words: '0' },
  { from: 1n, words: '1' },
  { from: 2n, words: '2' },
  { from: 3n, words: '3–4' },
  { from: 5n, words: '5–7' },
  { from: 8n, words: '8–12' },
  { from: 13n, words: '13 and more' },
]

/** Prices in US cents: each step is about twice the one before. */
export const priceScale: Scale = [
  { from: 0n, words: 'under US$5,000' },
  { from: 500_000n, words: 'US$5,000' },
  { from: 1_000_000n, words: 'US$10,000' },
  { from: 2_500_000n, words: 'US$25,000' },
  { from: 5_000_000n, words: 'US$50,000' },
  { from: 10_000_000n, words: 'US$100,000' },
  { from: 25_000_000n, words: 'US$250,000 and more' },
]

/** The step of a figure: the last one that begins at or below it. */
export function inkStep(scale: Scale, figure: bigint | number): InkStep {
  const value = BigInt(figure)
  const step = scale.findLastIndex(({ from }) => from <= value)
  return Math.max(step, 0) as InkStep
}
