import { decideReconsideration } from '@/domain/reconsiderations/decide-reconsideration'
import { requestReconsideration } from '@/domain/reconsiderations/request-reconsideration'
import { byTwo, done, type World } from '../world'
import type { Submitted } from './apply-for'

/** The owner of a plan that did not qualify asks that the decision be made again. */
export async function askAgain(
  world: World,
  { id, organisation }: Submitted,
  grounds: string,
): Promise<void> {
  const { owner } = world.organisations.get(organisation)!
  await done(requestReconsideration(owner, { applicationId: id, grounds }))
}

/** Two officers who did not decide before look at it afresh, and leave it as it is. */
export function uphold({ dana, noor }: World, { id }: Submitted, reason: string): Promise<void> {
  return byTwo(decideReconsideration(dana, { applicationId: id, outcome: 'upheld', reason }), noor)
}
