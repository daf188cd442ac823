import { AllocationCourse } from '@/components/allocations/allocation-course'
import { SectionHead } from '@/components/ui/section-head'
import { ownAwardAllocation } from '@/domain/allocations/queries'
import type { Person } from '@/lib/access/actor'
import { viewerZone } from '@/lib/time/viewer-zone'

/** How far the allocation of an own award is, within the page of the award; nothing before it is accepted. */
export async function OwnAwardAllocation({ person, awardId }: { person: Person; awardId: string }) {
  const course = await ownAwardAllocation(person, { awardId })
  if (!course || !['accepted', 'paid', 'allocated'].includes(course.state)) return null
  return (
    <section className="mt-8 space-y-4" aria-labelledby="allocation">
      <SectionHead
        title="Your registrar creates the name"
        id="allocation"
        minor
        {...(course.state === 'paid' && {
          link: { href: `/portal/awards/${awardId}/registrar`, text: 'Registrar' },
        })}
      />
      <p>
        {course.registrar.name} (IANA id {course.registrar.ianaId}) sponsors it
        {course.registrar.canSponsor ? '.' : ', but is not accredited at present. Name another registrar.'}
      </p>
      <AllocationCourse course={course} zone={await viewerZone()} />
    </section>
  )
}
