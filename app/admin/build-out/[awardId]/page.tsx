import type { Metadata } from 'next'
import Link from 'next/link'
import { CommitmentMark } from '@/components/commitments/commitment-mark'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { SectionHead } from '@/components/ui/section-head'
import { lastMinuteOf } from '@/domain/commitments/rules'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { FixTerms } from '../_parts/fix-terms'
import { loadManaged } from '../_parts/load-managed'
import { Transfers } from '../_parts/transfers'

type Props = PageProps<'/admin/build-out/[awardId]'>

const termsWords = { proposed: 'To be agreed', agreed: 'Agreed', fixed: 'Fixed by two officers' }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { award } = await loadManaged((await params).awardId)
  return { title: `Build-out of ${award.label}.org` }
}

/** The build-out of one name: its commitments, their terms, transfers. */
export default async function ManagedBuildOutPage({ params, searchParams }: Props) {
  const found = await loadManaged((await params).awardId)
  const zone = await viewerZone()
  const { award, buildOut, commitments, organisation, planVersion, mayDecide } = found
  const { terms, agreeBy, settledAt, transferLockedAt, ending } = buildOut
  const mayFix = mayDecide && terms === 'proposed' && !ending && processNow() >= agreeBy
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[
          { text: 'Build-out', href: '/admin/build-out' },
          { text: <span className="label">{award.label}</span> },
        ]}
      />
      <h1>
        Build-out of <LabelName label={award.label} />
      </h1>
      <div className="aside">
        <div className="stack [--gap:var(--s-7)]">
          <section aria-labelledby="commitments">
            <SectionHead title="Commitments" id="commitments" minor />
            <ul className="mt-3">
              {commitments.map(({ id, number, milestone, dueAt, state, outcome }) => (
                <li key={id} className="task max-[760px]:flex-col">
                  <span>
                    <Link href={`/admin/build-out/${award.id}/${number}`}>{milestone}</Link>
                    <small>
                      Due by <When at={lastMinuteOf(dueAt)} zone={zone} />
                    </small>
                  </span>
                  <CommitmentMark state={state} outcome={outcome} />
                </li>
              ))}
            </ul>
          </section>
          {mayFix && <FixTerms awardId={award.id} label={award.label} />}
          <Transfers found={found} mayDecide={mayDecide} wanted={(await searchParams).do} zone={zone} />
        </div>
        <aside>
          <SectionHead title="Terms" minor />
          <DefinitionList
            items={[
              { term: 'Registrant', value: organisation },
              { term: 'Plan', value: `Version ${planVersion}` },
              { term: 'Commitments', value: termsWords[terms] },
              settledAt
                ? { term: 'Since', value: <When at={settledAt} zone={zone} /> }
                : { term: 'Owner agrees before', value: <When at={agreeBy} zone={zone} /> },
              {
                term: 'Transfer lock',
                value: transferLockedAt ? <When at={transferLockedAt} zone={zone} /> : 'None',
              },
              {
                term: 'Ended',
                value: ending === null ? 'No' : ending === 'completed' ? 'Complete' : 'Revoked',
              },
            ]}
          />
        </aside>
      </div>
    </div>
  )
}
