import type { Panel } from './measure-panel'

/** How often each value of the scale was given on a criterion, from the lowest, and how often none was. */
export type ScoreCounts = { criterion: string; counts: number[]; without: number }

/** The distribution of scores per criterion (R6.5). The order of the reviews changes nothing. */
export function countScores({ rubric: { criteria, scale }, reviews }: Panel): ScoreCounts[] {
  return criteria.map(({ id }) => {
    const counts = Array.from({ length: scale.max - scale.min + 1 }, () => 0)
    let without = 0
    for (const { scores } of reviews) {
      const value = scores[id]
      if (typeof value === 'number') counts[value - scale.min]! += 1
      else without += 1
    }
    return { criterion: id, counts, without }
  })
}
