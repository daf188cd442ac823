import { When } from '@/components/time/when'
import { Timeline, type TimelineItem } from '@/components/ui/timeline'
import type { Course } from '@/domain/allocations/read-course'
import { lookupOutcomeWords } from '@/domain/allocations/rules'

/** From paid to allocated: what was, what is now and what comes (R11). The same for registrar, applicant and officers. */
export function AllocationCourse({ course, zone }: { course: Course; zone: string }) {
  return <Timeline items={stepsOf(course, zone)} />
}

function stepsOf(course: Course, zone: string): TimelineItem[] {
  const { token, registrar, lookups } = course
  const isPaid = course.paidAt !== null
  const issued = token && token.state !== 'revoked' && token.state !== 'expired'
  const redeemed = token?.state === 'redeemed'
  const done = course.state === 'allocated'
  const last = lookups.at(-1)
  const state = (reached: boolean, next: boolean): TimelineItem['state'] =>
    reached ? 'past' : next ? 'now' : 'next'
  return [
    {
      state: state(isPaid, !isPaid),
      title: 'Paid in full',
      text: isPaid ? undefined : 'Then the registrar may create the name.',
      when: course.paidAt && <When at={course.paidAt} zone={zone} />,
    },
    {
      state: state(done || Boolean(issued), isPaid),
      title: 'Token issued',
      text: issued ? (
        <>
          {registrar.name} may create the name once, until <When at={token.expiresAt} zone={zone} />.
        </>
      ) : token ? (
        <>The last token has ended: {token.endReason}</>
      ) : isPaid && !registrar.canSponsor ? (
        `${registrar.name} is not accredited at present.`
      ) : (
        `For ${registrar.name} alone, for this name alone.`
      ),
      when: issued && <When at={token.issuedAt} zone={zone} />,
    },
    {
      state: state(done || redeemed, Boolean(issued)),
      title: 'Created at the registry',
      text: redeemed || done ? 'The registry reported it, signed.' : 'The registry reports it, signed.',
      when: token?.redeemedAt && <When at={token.redeemedAt} zone={zone} />,
    },
    {
      state: state(done, redeemed),
      title: 'Allocated',
      text:
        redeemed && last && !done
          ? `Looked up last: ${lookupOutcomeWords[last.outcome]}${last.detail ? `, ${last.detail}` : ''}.`
          : 'Once RDAP, the public register, names the registrar.',
      when: course.allocatedAt && <When at={course.allocatedAt} zone={zone} />,
    },
  ]
}
