import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { AllocationCourse } from '@/components/allocations/allocation-course'
import { AllocationRecord } from '@/components/allocations/allocation-record'
import { ReissueForm } from '@/components/allocations/reissue-form'
import { standingOf } from '@/components/allocations/token-words'
import { LabelName } from '@/components/labels/label-name'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { SectionHead } from '@/components/ui/section-head'
import { Mark } from '@/components/ui/status'
import { allocationForOfficers } from '@/domain/allocations/officer-queries'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { formatMoney } from '@/lib/money'
import { viewerZone } from '@/lib/time/viewer-zone'
import { RegistrarLink } from '../../_parts/registrar-link'
import { reissue } from '../actions'

type Props = PageProps<'/admin/allocations/[awardId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await allocationForOfficers(await currentActor(), await params)
  return { title: course ? `Allocation of ${course.label}.org` : 'Not found' }
}

/** One award from paid to allocated, with everything that was kept of it (R11). */
export default async function AllocationPage({ params }: Props) {
  const person = await requirePerson()
  const course = await allocationForOfficers(person, await params)
  if (!course) notFound()
  const { awardId, label, holder, round, registrar, state, token, terms, asked } = course
  const zone = await viewerZone()
  const { tone, icon, words } = standingOf(state, token, registrar.canSponsor)
  const mayReissue =
    state === 'paid' && token && registrar.canSponsor && may(person, 'token.reissue') === 'yes'
  return (
    <div className="wrap page space-y-8">
      <header>
        <Breadcrumb items={[{ text: 'Allocations', href: '/admin/allocations' }, { text: `${label}.org` }]} />
        <h1>
          Allocation of <LabelName label={label} />
        </h1>
        <p className="lede">
          Awarded to {holder}, {round}.
        </p>
      </header>
      <div className="max-w-[46rem] space-y-8">
        <DefinitionList
          items={[
            {
              term: 'Stands at',
              value: (
                <Mark tone={tone} icon={icon}>
                  {words}
                </Mark>
              ),
            },
            {
              term: 'Registrar',
              value: (
                <RegistrarLink ianaId={registrar.ianaId}>
                  {registrar.name}, IANA id {registrar.ianaId}, {registrar.status.toLowerCase()}
                </RegistrarLink>
              ),
            },
            ...(asked ? [{ term: 'Asked to take over', value: `${asked.registrar}, at ${asked.to}` }] : []),
            {
              term: 'Terms of the round',
              value: `Tokens run ${terms.tokenDays} days; ${terms.feeMinor === undefined ? 'not premium' : `premium, fee to acknowledge ${formatMoney(terms.feeMinor)}`}`,
            },
          ]}
        />
        <AllocationCourse course={course} zone={zone} />
        {mayReissue && (
          <section className="stack" aria-labelledby="reissue">
            <SectionHead title="Another token" id="reissue" minor />
            {token.state === 'redeemed' && (
              <p>The registry reported this token redeemed. Replace it only when the creation was undone.</p>
            )}
            <ReissueForm action={reissue} awardId={awardId} />
          </section>
        )}
      </div>
      <section aria-labelledby="record">
        <SectionHead title="Record" id="record" />
        <AllocationRecord course={course} zone={zone} />
      </section>
    </div>
  )
}
