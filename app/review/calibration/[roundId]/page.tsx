import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Frame } from '@/app/frame'
import { requirePerson } from '@/app/require-person'
import { PlanDocument } from '@/components/plans/plan-document'
import { BackLink } from '@/components/ui/breadcrumb'
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
  return { title: `Calibration plan, ${roundName(round)}` }
}

/** An invented plan to judge before the first real one; then one's own scores and the model beside each other. */
export default async function CalibrationPage({ params }: Props) {
  const { round, criteria, reading, given } = await load((await params).roundId)
  return (
    <Frame>
      <div className="wrap page stack [--gap:1.5rem]">
        <BackLink href="/review">Your reviews</BackLink>
        <h1>Calibration plan, {roundName(round)}</h1>
        <p className="lede">
          Nobody applied with this plan, and your scores of it count in nothing. Judge it as you would a real
          one; then you see what the programme would give it, and why.
        </p>
        {given && (
          <OwnAndModel criteria={criteria} scores={given.scores} at={given.at} zone={await viewerZone()} />
        )}
        <PlanDocument reading={reading} />
        {!given && isUnderReview(round.state) && <CalibrationForm roundId={round.id} criteria={criteria} />}
      </div>
    </Frame>
  )
}
