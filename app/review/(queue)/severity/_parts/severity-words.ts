import type { OwnSeverity } from '@/domain/reviews/own-severity'

/** A reviewer's severity in a sentence or two, as much as is known; points of 100. */
export function describeOwnSeverity({ effect, error }: Pick<OwnSeverity, 'effect' | 'error'>): string {
  if (effect === null)
    return 'It cannot be told: you reviewed too few plans, or too few that others read as well.'
  const points = `${Math.abs(effect).toFixed(1)} points of 100`
  const more = effect > 0 ? 'more' : 'fewer'
  if (error === null)
    return `You gave ${points} ${more} than the average reviewer for the same plans. How sure that is cannot be told.`
  // Twice the standard error: about nineteen times of twenty.
  if (Math.abs(effect) <= 2 * error)
    return `You are not clearly different from the others. The difference found, ${points} ${more}, is no larger than chance makes it.`
  return `You gave about ${points} ${more} than the average reviewer for the same plans, give or take ${(2 * error).toFixed(1)}.`
}
