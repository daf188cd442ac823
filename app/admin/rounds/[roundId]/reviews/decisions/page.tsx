import type { Metadata } from 'next'
import Link from 'next/link'
import { When } from '@/components/time/when'
import { Conditions } from '@/components/ui/checks'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { isUnderReview } from '@/domain/reviews/rules'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ChoosePlans } from '../_parts/choose-plans'
import { NarrowedLadder } from '../_parts/narrowed-ladder'
import { ReviewsHead } from '../_parts/reviews-head'
import { askToRelease } from '../actions'
import { loadPanel } from '../load-panel'

type Props = PageProps<'/admin/rounds/[roundId]/reviews/decisions'>

export const metadata: Metadata = { title: 'Decisions' }

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { person, round, phase, plans } = await loadPanel((await params).roundId)
  const open = isUnderReview(round.state)
  const undecided = plans.filter(({ state, decision }) => state === 'submitted' && !decision)
  const ready = (outcome: string) => plans.filter((plan) => !plan.decision && plan.likely === outcome)
  const waiting = plans.filter(({ reconsideration }) => reconsideration && !reconsideration.decidedAt)
  const proposes = open && may(person, 'decision.propose') === 'yes'
  return (
    <div className="wrap page stack">
      <ReviewsHead round={round} phase={phase} current="decisions" />
      {round.decisionsReleasedAt && (
        <Notice tone="good" title="The decisions of this round are released.">
          Every applicant has its letter, and the scores are frozen.
        </Notice>
      )}
      {waiting.length > 0 && (
        <Notice tone="warn" title="Applicants ask that decisions be made again">
          {waiting.map(({ applicationId, label }, index) => (
            <span key={applicationId}>
              {index > 0 && ', '}
              <Link href={`/admin/rounds/${round.id}/reviews/${applicationId}`}>{label}.org</Link>
            </span>
          ))}
          . Two people who did not decide before decide on each. Until bidding opens,{' '}
          <When at={round.biddingOpensAt} zone={await viewerZone()} />, a plan can be let in.
        </Notice>
      )}
      {proposes && (
        <section className="stack sec">
          <SectionHead title="Propose" minor>
            The pass line decides; an officer who reviewed none of them approves.
          </SectionHead>
          <ChoosePlans roundId={round.id} outcome="qualified" plans={ready('qualified')} />
          <ChoosePlans roundId={round.id} outcome="not-qualified" plans={ready('not-qualified')} />
          <ChoosePlans roundId={round.id} outcome="withdrawn" plans={ready('withdrawn')} />
          {undecided.length > 0 && undecided.every(({ likely }) => !likely) && (
            <EmptyState title="Nothing is ready to be decided" sorts={false}>
              A plan is ready when its reviews are in and its disagreements are discussed.
            </EmptyState>
          )}
        </section>
      )}
      <section className="stack sec">
        <SectionHead title="All plans" minor />
        <NarrowedLadder
          path={`/admin/rounds/${round.id}/reviews/decisions`}
          asked={await searchParams}
          plans={plans}
          round={round}
        />
      </section>
      {open && (
        <section className="stack sec">
          <SectionHead title="Release to all applicants at once" minor />
          <Conditions
            items={[
              {
                text:
                  undecided.length === 0
                    ? 'Every submitted application has a decision.'
                    : `Without a decision: ${undecided.map(({ label }) => `${label}.org`).join(', ')}.`,
                met: undecided.length === 0,
              },
            ]}
          />
          <p className="soft">
            Each applicant gets a letter with the score and the reasons of each criterion. The scores are
            frozen, and the round goes on to bidding by its timetable.
          </p>
          {may(person, 'decision.release') === 'yes' && (
            <Form action={askToRelease}>
              <input type="hidden" name="roundId" value={round.id} />
              <div className="actions">
                <SubmitButton icon="users" disabled={undecided.length > 0}>
                  Ask a second officer to release
                </SubmitButton>
              </div>
            </Form>
          )}
        </section>
      )}
    </div>
  )
}
