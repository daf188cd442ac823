import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { SecondFactorFirst } from '@/app/second-factor-first'
import { AllocationCourse } from '@/components/allocations/allocation-course'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { ownAwardAllocation } from '@/domain/allocations/queries'
import { searchSponsors } from '@/domain/sponsorships/queries'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AskAnother } from './ask-another'

type Props = PageProps<'/portal/awards/[awardId]/registrar'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await ownAwardAllocation(await currentActor(), await params)
  return { title: course ? `Registrar of ${course.label}.org` : 'Not found' }
}

/** The registrar that creates an awarded name, how far it is, and naming another one (R4.2, R11). */
export default async function AwardRegistrarPage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const { awardId } = await params
  const course = await ownAwardAllocation(person, { awardId })
  if (!course) notFound()
  const { label, registrar, state, token, asked, isOwner } = course
  const zone = await viewerZone()
  const search = await searchParams
  const text = typeof search.q === 'string' ? search.q : ''
  const results = await searchSponsors(person, { text })
  const underWay = ['offered', 'accepted', 'paid'].includes(state)
  const mayChange = isOwner && underWay && token?.state !== 'redeemed'
  return (
    <div className="wrap page">
      <div className="question space-y-8">
        <header>
          <BackLink href="/portal">Your applications</BackLink>
          <h1>
            Registrar of <LabelName label={label} />
          </h1>
        </header>
        {search.asked && asked && (
          <div role="status">
            <Notice tone="good" title={`We asked ${asked.registrar}`}>
              Nothing changes until it confirms. You get a letter as soon as it answers.
            </Notice>
          </div>
        )}
        {!registrar.canSponsor && underWay && (
          <Notice tone="bad" title={`${registrar.name} is not accredited at present`}>
            It cannot create the name. Name another registrar below.{' '}
            {state === 'offered'
              ? 'You can accept the award once it confirms.'
              : 'Your award is not in danger meanwhile.'}
          </Notice>
        )}
        <DefinitionList
          items={[
            { term: 'Registrar', value: `${registrar.name}, IANA id ${registrar.ianaId}` },
            { term: 'Status', value: registrar.status },
            ...(asked
              ? [
                  { term: 'Asked to take over', value: asked.registrar },
                  { term: 'Answer until', value: <When at={asked.expiresAt} zone={zone} /> },
                ]
              : []),
          ]}
        />
        <AllocationCourse course={course} zone={zone} />
        {mayChange && (
          <section className="stack" aria-labelledby="another">
            <SectionHead title="Name another registrar" id="another" minor />
            <p className="soft">
              If yours cannot or does not create the name, ask another one. Once it confirms, the token of the
              present one ends and the new one gets its own.
            </p>
            {may(person, 'allocation.name-registrar') === 'yes' ? (
              <AskAnother
                awardId={awardId}
                text={text}
                found={(results?.found ?? []).filter(({ ianaId }) => ianaId !== registrar.ianaId)}
                more={results?.more ?? false}
              />
            ) : (
              <SecondFactorFirst here={`/portal/awards/${awardId}/registrar`}>
                Who creates the name holds it for you.
              </SecondFactorFirst>
            )}
          </section>
        )}
      </div>
    </div>
  )
}
