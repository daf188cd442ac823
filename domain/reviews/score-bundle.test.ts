import { expect, test } from 'vitest'
import { assessPanel, standardParameters } from './mathematics/assess-panel'
import { bundleOf, figuresAgain, figuresOf, ScoreBundle } from './score-bundle'

const rubric = {
  criteria: [{ id: 'quality', weightBp: 10_000, name: 'Quality' }],
  scale: { min: 0, max: 5 },
  passLineHundredths: 6000,
  criterionMinimumHundredths: 200,
}
const sheet = (plan: string, reviewer: string, quality: number | null) => ({
  plan,
  reviewer,
  scores: { quality },
})
const reviews = [sheet('P', 'A', 4), sheet('P', 'B', 2), sheet('Q', 'A', 5), sheet('Q', 'B', null)]
const parameters = { ...standardParameters, draws: 10, seed: 'spring' }

test('a bundle, written and read again, gives the figures of its panel', () => {
  const { bundle, hash } = bundleOf({ rubric, reviews }, parameters)
  const read = ScoreBundle.parse(JSON.parse(JSON.stringify(bundle)))
  expect(figuresOf(read, hash)).toEqual(assessPanel({ rubric, reviews }, parameters))
})

test('the order of reviews and what the figures do not use leave the hash as it is', () => {
  const { hash } = bundleOf({ rubric, reviews }, parameters)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const plain = { ...rubric, criteria: [{ id: 'quality', weightBp: 10_000 }] }
  const otherwise = [...reviews]
    .reverse()
    .map((review) => ({ ...review, scores: { ...review.scores, charm: 3 } }))
  expect(bundleOf({ rubric: plain, reviews: otherwise }, parameters).hash).toBe(hash)
})

test('any other score, weight or parameter is another bundle, and its figures are not given under the old hash', () => {
  const { bundle, hash } = bundleOf({ rubric, reviews }, parameters)
  const others = [
    bundleOf({ rubric, reviews: [sheet('P', 'A', 5), ...reviews.slice(1)] }, parameters),
    bundleOf({ rubric: { ...rubric, passLineHundredths: 5900 }, reviews }, parameters),
    bundleOf({ rubric, reviews }, { ...parameters, lambda: 2 }),
  ]
  expect(new Set([hash, ...others.map((other) => other.hash)]).size).toBe(4)
  for (const other of others) expect(figuresOf(other.bundle, hash)).toBeUndefined()
  expect(figuresOf(bundle, hash)).toBeDefined()
})

test('figures kept for the next page are those of their bundle, of many bundles too', () => {
  const seeds = ['a', 'b', 'c', 'd', 'e', 'f']
  const bundles = seeds.map((seed) => bundleOf({ rubric, reviews }, { ...parameters, seed, draws: 5 }))
  for (const each of [...bundles, ...bundles.toReversed(), bundles[0]!])
    expect(figuresAgain(each.bundle, each.hash)).toEqual(assessPanel(each.bundle, each.bundle.parameters))
  const last = bundles[0]!
  expect(figuresAgain(last.bundle, last.hash)).toBe(figuresAgain(last.bundle, last.hash))
})
