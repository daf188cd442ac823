/** Times the mathematics of review: who reads 300 plans among 30 reviewers, and all figures of such a panel. */

import { assessPanel, standardParameters } from '@/domain/reviews/mathematics/assess-panel'
import { type Assignment, assign, type Wanted } from '@/domain/reviews/mathematics/assignments/assign'
import { drawnShare } from '@/domain/reviews/mathematics/draw'
import type { Panel } from '@/domain/reviews/mathematics/measure-panel'

const PLANS = 300
const REVIEWERS = 30
const EACH = 3

const share = (name: string) => drawnShare('bench', name)
const plans = Array.from({ length: PLANS }, (_, p) => ({ id: `plan-${p}`, demand: EACH }))
const reviewersWith = (cap: number) =>
  Array.from({ length: REVIEWERS }, (_, r) => ({ id: `reviewer-${r}`, cap }))
const interests = (name: string) => Array.from({ length: 4 }, (_, topic) => share(`${name} ${topic}`))
const inCommon = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, each, topic) => sum + each * b[topic]!, 0)

/** In ten-thousandths, from easy to as hard as it gets. */
const affinities: Record<string, (p: number, r: number) => number> = {
  'five levels of expertise': (p, r) => Math.floor(share(`${p} ${r}`) * 5) * 10_000,
  'any affinity': (p, r) => Math.round(share(`${p} ${r}`) * 10_000),
  'four topics in common': (p, r) =>
    Math.round(inCommon(interests(`plan ${p}`), interests(`reviewer ${r}`)) * 2500),
  'the same few are best for all': (p, r) =>
    Math.round(8000 * (r / REVIEWERS) ** 3 + 2000 * share(`${p} ${r}`)),
}

function wantedOf(
  objective: Wanted['objective'],
  cap: number,
  affinityOf: (p: number, r: number) => number,
): Wanted {
  const reviewers = reviewersWith(cap)
  return {
    plans,
    reviewers,
    affinity: plans.map((_, p) => reviewers.map((__, r) => affinityOf(p, r))),
    conflicts: plans.map(({ id }, p) => [id, `reviewer-${(p * 7) % REVIEWERS}`]),
    objective,
    seed: 'bench',
  }
}

/** With the processor's own time beside the clock's: others may be at work. */
function timed<T>(work: () => T): { made: T; took: string } {
  const [started, spent] = [performance.now(), process.cpuUsage()]
  const made = work()
  const milliseconds = performance.now() - started
  const { user, system } = process.cpuUsage(spent)
  return {
    made,
    took: `${milliseconds.toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} of the processor)`,
  }
}

const proofOf = ({ total, worst, totalAtMost, worstAtMost }: Assignment) =>
  total === totalAtMost && worst === worstAtMost
    ? 'proven'
    : `worst ${worst} of at most ${worstAtMost}, total ${total} of at most ${totalAtMost}`

for (const [name, affinityOf] of Object.entries(affinities)) {
  for (const [objective, cap] of [
    ['max-sum', 30],
    ['max-min-then-sum', 30],
    ['max-min-then-sum', 40],
  ] as const) {
    const { made, took } = timed(() => assign(wantedOf(objective, cap, affinityOf)))
    if ('demand' in made) throw new Error(`${name} is impossible.`)
    console.log(
      `assign ${objective.padEnd(16)} cap ${cap}, ${name.padEnd(30)} ${took}; aim under 2,000 ms; ${proofOf(made)}`,
    )
  }
}

const read = assign(wantedOf('max-min-then-sum', 32, affinities['any affinity']!)) as Assignment
const criteria = ['quality', 'creativity', 'launch', 'reach', 'means'].map((id) => ({ id, weightBp: 2000 }))
const panel: Panel = {
  rubric: { criteria, scale: { min: 0, max: 5 }, passLineHundredths: 6000, criterionMinimumHundredths: 200 },
  reviews: read.pairs.map(([plan, reviewer]) => {
    const level = 1.5 + 3 * share(plan) + share(reviewer) - 0.5
    const give = (id: string) =>
      Math.max(0, Math.min(5, Math.round(level + 2 * share(`${plan} ${reviewer} ${id}`) - 1)))
    return { plan, reviewer, scores: Object.fromEntries(criteria.map(({ id }) => [id, give(id)])) }
  }),
}
const { made: figures, took } = timed(() => assessPanel(panel, { ...standardParameters, seed: 'bench' }))
console.log(
  `calibration with bands, chances and agreement: ${PLANS} plans × ${EACH} of ${REVIEWERS} reviewers, ${criteria.length} criteria, 1,000 draws of weights: ${took}; aim under 2,000 ms; ${figures.nearLine.length} plans near the line`,
)
