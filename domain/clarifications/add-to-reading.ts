import type { PlanReading } from '@/domain/plans/read-plan'
import { formatInstant } from '@/lib/time/format-instant'
import type { Clarification } from './read-clarifications'

/** The section below the plan; reviewers cite it as they cite the others. */
const SECTION = 'clarifications'

/**
 * A plan with what was asked and answered about it since, marked as added (R5.3). Nothing is changed in the plan, and a
 * plan that nobody asked about reads as before. `zone` is the round's.
 */
export function addToReading(
  reading: PlanReading,
  clarifications: readonly Clarification[],
  zone: string,
): PlanReading {
  if (clarifications.length === 0) return reading
  const when = (at: Date) => formatInstant(at, zone)
  return [
    ...reading,
    {
      id: SECTION,
      heading: 'Clarifications',
      task: '',
      added:
        'Asked by the panel and answered after applications closed. The plan above is as it was submitted.',
      answers: clarifications.map(({ id, question, askedAt, dueAt, answer, answeredAt }) => ({
        id,
        label: question,
        kind: 'remarked' as const,
        text: answer ?? '',
        remark: answeredAt
          ? `Asked ${when(askedAt)}; answered ${when(answeredAt)}.`
          : `Asked ${when(askedAt)}; to be answered before ${when(dueAt)}.`,
      })),
    },
  ]
}
