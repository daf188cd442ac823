import { AllocationCourse } from '@/components/allocations/allocation-course'
import { SectionHead } from '@/components/ui/section-head'
import { allocationForOfficers } from '@/domain/allocations/officer-queries'
import type { Person } from '@/lib/access/actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { RegistrarLink } from '../../_parts/registrar-link'

/** How far the allocation of an award is, within the page of the award; nothing before it is accepted. */
export async function AwardAllocation({ person, awardId }: { person: Person; awardId: string }) {
  const course = await allocationForOfficers(person, { awardId })
  if (!course || !['accepted', 'paid', 'allocated'].includes(course.state)) return null
  return (
    <section className="mt-8 space-y-4" aria-labelledby="allocation">
      <SectionHead
        title="Allocation"
        id="allocation"
        minor
        link={{ href: `/admin/allocations/${awardId}`, text: 'Tokens, reports, lookups' }}
      />
      <p>
        Through <RegistrarLink ianaId={course.registrar.ianaId}>{course.registrar.name}</RegistrarLink>, IANA
        id {course.registrar.ianaId}, {course.registrar.status.toLowerCase()}.
      </p>
      <AllocationCourse course={course} zone={await viewerZone()} />
    </section>
  )
}
