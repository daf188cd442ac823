import type { Metadata } from 'next'
import Link from 'next/link'
import { AwardCourse } from '@/components/awards/award-course'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { isActive } from '@/domain/awards/lifecycle'
import { hasBuildOut } from '@/domain/commitments/rules'
import { roundName } from '@/domain/rounds/round-name'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AwardHead } from '../_parts/award-head'
import { AwardSettlement } from '../_parts/award-settlement'
import { loadAward } from '../_parts/load-award'
import { OwnAwardAllocation } from '../_parts/own-award-allocation'
import { WhatToDo } from '../_parts/what-to-do'

type Props = PageProps<'/portal/awards/[awardId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { award } = await loadAward((await params).awardId)
  return { title: `Your award of ${award.label}.org` }
}

/** An award for those it is for: what was won, until when to do what, and its course. */
export default async function AwardPage({ params }: Props) {
  const { person, award } = await loadAward((await params).awardId)
  const zone = await viewerZone()
  const { label, applicationId, round, registrar, acceptBy, payBy } = award
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[
          { text: 'Your applications', href: '/portal' },
          { text: <span className="label">{label}</span> },
        ]}
      />
      <AwardHead award={award} />
      <div className="aside">
        <div className="stack [--gap:var(--s-7)]">
          <WhatToDo award={award} zone={zone} />
          {registrar.status !== 'Accredited' && isActive(award.state) && (
            <Notice tone="warn" title={`${registrar.name} is not accredited at present`}>
              Only an accredited registrar can create the name (R4.2).{' '}
              <a href={`/portal/awards/${award.id}/registrar`}>Name another one</a>
              {award.state === 'offered' && '; you can accept once it confirms'}.
            </Notice>
          )}
          <AwardSettlement person={person} awardId={award.id} />
          <AwardCourse award={award} zone={zone} />
          <OwnAwardAllocation person={person} awardId={award.id} />
        </div>
        <aside>
          <SectionHead title="The award" minor />
          <DefinitionList
            items={[
              { term: 'Accept before', value: <When at={acceptBy} zone={zone} /> },
              { term: 'Pay in full before', value: <When at={payBy} zone={zone} /> },
              { term: 'Registrar', value: registrar.name },
              {
                term: 'Round',
                value: (
                  <Link href={round.path} prefetch={false}>
                    Phase {round.phase}, {roundName(round)}
                  </Link>
                ),
              },
              ...(hasBuildOut(award.state)
                ? [
                    {
                      term: 'Your promises',
                      value: <Link href={`/portal/build-out/${award.id}`}>Commitments and evidence</Link>,
                    },
                  ]
                : []),
              {
                term: 'Your plan',
                value: <Link href={`/portal/applications/${applicationId}`}>The application</Link>,
              },
              {
                term: 'Result',
                value: (
                  <Link href={`/results/${label}`} prefetch={false}>
                    How it was decided
                  </Link>
                ),
              },
            ]}
          />
        </aside>
      </div>
    </div>
  )
}
