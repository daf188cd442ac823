import type { Infeasible } from './assign'

/**
 * Why an assignment is impossible, in sentences: which plans need how many places, what is left to them, and the
 * smallest change that would help (R6.3).
 */
export function explainShortage({ plans, reviewers, demand, capacity, raise, add }: Infeasible): string {
  const need = `${plural(plans.length, 'Plan', 'Plans')} ${plans.join(', ')} ${plans.length === 1 ? 'needs' : 'need'} ${plural(demand, 'one place', `${demand} places`)}`
  const left =
    reviewers.length === 0
      ? 'but no reviewer is left.'
      : `but the ${plural(reviewers.length, 'one reviewer', `${reviewers.length} reviewers`)} left (${reviewers.join(', ')}) can give ${capacity === 0 ? 'none' : capacity}.`
  return `${need}, ${left} Smallest change: ${changes(raise, add)}.`
}

function changes(raise: Infeasible['raise'], { reviewers, cap }: Infeasible['add']): string {
  const add = `add ${plural(reviewers, 'one reviewer', `${reviewers} reviewers`)} without conflicts who ${plural(reviewers, 'takes', 'take')} up to ${plural(cap, 'one plan', `${cap} plans`)}${reviewers === 1 ? '' : ' each'}`
  if (raise === null) return add
  return `raise the cap of ${raise.map(({ reviewer, by }) => `${reviewer} by ${by}`).join(', of ')}, or ${add}`
}

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)
