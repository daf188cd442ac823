import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { BackLink } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { ownSeverity } from '@/domain/reviews/own-severity'
import { describeOwnSeverity } from './_parts/severity-words'

export const metadata: Metadata = { title: 'How you score beside the others' }

/** A reviewer's own severity, in plain words, once nothing can be changed by it any more. */
export default async function SeverityPage() {
  const rounds = await ownSeverity(await requirePerson(), {})
  if (!rounds) notFound()
  return (
    <div className="wrap page">
      <div className="question stack">
        <BackLink href="/review">Back to your reviews</BackLink>
        <h1>How you score beside the others</h1>
        <p className="lede">
          Some reviewers give more points than others for the same plans. That is no fault. It is told to you
          alone, after the decisions of a round are released and its scores are frozen.
        </p>
        {rounds.length === 0 ? (
          <EmptyState title="Nothing to tell yet">
            It appears here once the decisions of a round you reviewed in are released.
          </EmptyState>
        ) : (
          <>
            {rounds.map((round) => (
              <section key={round.roundId} className="stack">
                <SectionHead title={round.round} minor>
                  {round.reviews === 1 ? 'One review of yours' : `${round.reviews} reviews of yours`}
                </SectionHead>
                <p>{describeOwnSeverity(round)}</p>
              </section>
            ))}
            <section className="stack sec">
              <h2>What it means, and what it does not</h2>
              <ul className="list-disc space-y-2 ps-5">
                <li>
                  It compares you with the panel’s average reviewer on the plans you read, as far as others
                  read them too.
                </li>
                <li>
                  It does not say that you were wrong. The others may have been too kind, or too strict, all
                  together.
                </li>
                <li>
                  It changed no score. The plan score that met the pass line is the mean of what reviewers
                  gave; the chair saw beside it what allowing for severity would make of it.
                </li>
                <li>
                  You need not correct for it next time. Hold on to the written anchors of each value: they
                  are what makes scores of different people mean the same.
                </li>
              </ul>
            </section>
          </>
        )}
      </div>
    </div>
  )
}
