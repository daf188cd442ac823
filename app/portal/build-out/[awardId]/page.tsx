import type { Metadata } from 'next'
import Link from 'next/link'
import { CommitmentMark } from '@/components/commitments/commitment-mark'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Timeline } from '@/components/ui/timeline'
import { lastMinuteOf } from '@/domain/commitments/rules'
import { whatToDo } from '@/domain/commitments/what-to-do'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AgreeTerms } from '../_parts/agree-terms'
import { loadBuildOut } from '../_parts/load-build-out'
import { Passing } from '../_parts/passing'

type Props = PageProps<'/portal/build-out/[awardId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { award } = await loadBuildOut((await params).awardId)
  return { title: `Your commitments for ${award.label}.org` }
}

/** The promises of a plan by their dates: where each stands, and what to do next. */
export default async function BuildOutPage({ params }: Props) {
  const found = await loadBuildOut((await params).awardId)
  const zone = await viewerZone()
  const { award, buildOut, commitments, planVersion } = found
  const base = `/portal/build-out/${award.id}`
  const settled = buildOut.terms !== 'proposed'
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[
          { text: 'Your applications', href: '/portal' },
          { text: <span className="label">{award.label}</span>, href: `/portal/awards/${award.id}` },
          { text: 'Commitments' },
        ]}
      />
      <h1>
        Your commitments for <LabelName label={award.label} />
      </h1>
      <p className="lede">
        These are the dated promises of your branding plan, version {planVersion}. Submit evidence for each
        before its date; the portal looks at it and an officer decides.
      </p>
      {buildOut.ending && (
        <Notice
          tone={buildOut.ending === 'completed' ? 'good' : 'bad'}
          title={buildOut.ending === 'completed' ? 'The build-out is complete' : 'The name was revoked'}
        />
      )}
      {buildOut.transferLockedAt && (
        <Notice tone="warn" title="A transfer lock stands on this name">
          It cannot pass to another registrant.
        </Notice>
      )}
      {settled ? (
        <Timeline
          items={commitments.map((commitment) => {
            const { id, number, milestone, state, outcome, dueAt } = commitment
            const todo = whatToDo(commitment)
            return {
              state: outcome ? 'past' : todo.mine && state !== 'planned' ? 'now' : 'next',
              title: (
                <Link href={`${base}/${number}`} key={id}>
                  {milestone}
                </Link>
              ),
              text: (
                <>
                  <CommitmentMark state={state} outcome={outcome} /> {todo.text}
                </>
              ),
              when: (
                <>
                  Due by <When at={lastMinuteOf(dueAt)} zone={zone} />
                </>
              ),
            }
          })}
        />
      ) : (
        <AgreeTerms found={found} zone={zone} />
      )}
      <Passing found={found} zone={zone} />
      {settled && found.isOwner && award.state === 'allocated' && !buildOut.transferLockedAt && (
        <div className="actions ruled mt-8">
          <Button href={`${base}/transfer`} variant="quiet">
            Pass the name to another organisation
          </Button>
        </div>
      )}
    </div>
  )
}
