import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Frame } from '@/app/frame'
import { requirePerson } from '@/app/require-person'
import { PlanDocument } from '@/components/plans/plan-document'
import { BackLink } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { SectionHead } from '@/components/ui/section-head'
import { calibrationOfRound } from '@/domain/calibrations/queries'
import { isUnderReview } from '@/domain/reviews/rules'
import { roundName } from '@/domain/rounds/round-name'
import { viewerZone } from '@/lib/time/viewer-zone'
import { CalibrationForm } from './_parts/calibration-form'
import { OwnAndModel } from './_parts/own-and-model'

type Props = PageProps<'/review/calibration/[roundId]'>

const load = cache(async (roundId: string) => {
  const found = await calibrationOfRound(await requirePerson(), { roundId })
  if (!found) notFound()
  return found
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { round } = await load((await params).roundId)
  return { title: `Calibration, ${roundName(round)}` }
}

/** Invented plans to judge before the first real one; of each one's own scores and the model beside each other. */
export default async function CalibrationPage({ params, searchParams }: Props) {
  const { round, given, next, total } = await load((await params).roundId)
  const { given: last } = await searchParams
  const zone = await viewerZone()
  const asks = next && isUnderReview(round.state)
  return (
    <Frame>
      <div className="wrap page stack [--gap:1.5rem]">
        <BackLink href="/review">Your reviews</BackLink>
        <h1>Calibration, {roundName(round)}</h1>
        <p className="lede">
          {total === 1 ? 'An invented plan' : `${total} invented plans, one after the other`}: nobody applied
          with {total === 1 ? 'it' : 'them'}, and your scores count in nothing. Judge as you would a real
          plan; then you see what the programme would give, and why.
        </p>
        {given.map(({ id, name, reading, criteria, scores, at }) => (
          <section key={id} className="stack">
            <OwnAndModel title={name} criteria={criteria} scores={scores} at={at} zone={zone} />
            <details open={!asks && id === last}>
              <summary>The plan of {name}</summary>
              <PlanDocument reading={reading} />
            </details>
          </section>
        ))}
        {asks && (
          <section className="stack" id="next">
            <SectionHead title={next.name} minor>
              {total > 1 && `Plan ${given.length + 1} of ${total}`}
            </SectionHead>
            <PlanDocument reading={next.reading} />
            <CalibrationForm key={next.id} roundId={round.id} plan={next.id} criteria={next.criteria} />
          </section>
        )}
        {!next && (
          <div className="actions">
            <Button variant="primary" href="/review">
              To your reviews
            </Button>
          </div>
        )}
      </div>
    </Frame>
  )
}
