import { type Disagreement, type PlanScore, type Rubric, type Scores, scorePlan } from './score'

/**
 * The score of a plan as the panel stands by it (R6.5, R6.6).
 *
 * Invariants:
 * - A value agreed on after discussion takes the place of the scores of its criterion; the scores themselves stay as
 *   they are, and so does the score that follows from them alone (`raw`).
 * - Whoever called a criterion not applicable gave no score, and an agreed value gives them none.
 */
export type Agreed = Readonly<Record<string, number | null>>

export type PanelScore = {
  /** From the reviewers' scores alone. */
  raw: PlanScore
  /** With the values agreed on. */
  score: PlanScore
  /** Where scores lie two or more apart and no discussion is recorded. */
  undiscussed: Disagreement[]
}

/** @param agreed by criterion: the value agreed on, or null where the panel discussed it and the scores stand */
export function panelScore(rubric: Rubric, sheets: readonly Scores[], agreed: Agreed): PanelScore {
  const raw = scorePlan(rubric, sheets)
  const values = Object.entries(agreed).filter(([, value]) => value !== null)
  const adjusted = sheets.map((sheet) => ({
    ...sheet,
    ...Object.fromEntries(values.filter(([criterion]) => typeof sheet[criterion] === 'number')),
  }))
  return {
    raw,
    score: values.length === 0 ? raw : scorePlan(rubric, adjusted),
    undiscussed: raw.disagreements.filter(({ criterion }) => !(criterion in agreed)),
  }
}
