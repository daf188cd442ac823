import type { Panel } from './measure-panel'

/** Two reviewers, on the plans that both scored. */
export type ReviewerPair = {
  /** By name; `one` comes before `other`. */
  one: string
  other: string
  /** Plans on which both gave a value to some criterion. */
  plans: number
  /** The mean difference of their values, in points of the scale. */
  apart: number
  /** The share of values that are the same. */
  same: number
}

/** How far every two reviewers with a plan in common agree (R6.5), by name. The order of the reviews changes nothing. */
export function compareReviewers({ rubric, reviews }: Panel): ReviewerPair[] {
  const tallies = new Map<string, Tally>()
  for (const sheets of Map.groupBy(reviews, ({ plan }) => plan).values()) {
    const ordered = sheets.toSorted((a, b) => (a.reviewer < b.reviewer ? -1 : 1))
    for (const [index, a] of ordered.entries())
      for (const b of ordered.slice(index + 1)) {
        const apart = rubric.criteria.flatMap(({ id }) => distance(a.scores[id], b.scores[id]))
        if (apart.length === 0) continue
        const key = JSON.stringify([a.reviewer, b.reviewer])
        const tally = tallies.get(key) ?? { plans: 0, apart: [] }
        tallies.set(key, { plans: tally.plans + 1, apart: [...tally.apart, ...apart] })
      }
  }
  return [...tallies]
    .map(([key, { plans, apart }]) => {
      const [one, other] = JSON.parse(key) as [string, string]
      const sum = apart.reduce((total, each) => total + each, 0)
      const same = apart.filter((each) => each === 0).length / apart.length
      return { one, other, plans, apart: sum / apart.length, same }
    })
    .sort((a, b) => compare(a.one, b.one) || compare(a.other, b.other))
}

type Tally = { plans: number; apart: number[] }

function distance(a: number | null | undefined, b: number | null | undefined): number[] {
  return typeof a === 'number' && typeof b === 'number' ? [Math.abs(a - b)] : []
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
