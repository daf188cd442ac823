import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { formatWords } from '@/domain/rounds/format-words'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { publicRound } from '@/domain/rounds/public-queries'
import { readRoundSlug } from '@/domain/rounds/round-address'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { countNames } from '../../_parts/round-rows'
import { Announcements } from './_parts/announcements'
import { HowItIsDecided } from './_parts/how-it-is-decided'
import { LotsTable } from './_parts/lots-table'
import { QuestionsAndAnswers } from './_parts/questions-and-answers'
import { RoundHead } from './_parts/round-head'
import { Rubric } from './_parts/rubric'
import { SettingsInFull } from './_parts/settings-in-full'
import { TakeWithYou } from './_parts/take-with-you'
import { TimetableInFull } from './_parts/timetable-in-full'

type Props = PageProps<'/rounds/[round]'>

const load = cache(async (slug: string) => {
  const number = readRoundSlug(slug)
  return number && publicRound(number)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const round = await load((await params).round)
  if (!round) return { title: 'No such round' }
  return {
    title: `Round ${round.number} of phase ${round.phase}`,
    description: `${formatWords[round.format]}, ${countNames(round.lots.length)}. ${roundStateWords[round.state]}. Names, dates, settings, questions and answers.`,
  }
}

export default async function RoundPage({ params }: Props) {
  const round = await load((await params).round)
  if (!round) notFound()
  const zone = await viewerZone()
  const now = processNow()
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[
          { text: 'Rounds', href: '/rounds' },
          { text: `Phase ${round.phase}`, href: `/rounds#phase-${round.phase}` },
          { text: `Round ${round.number}` },
        ]}
      />
      <RoundHead round={round} zone={zone} now={now} />
      <LotsTable round={round} zone={zone} />
      <div className="aside sec">
        <div className="stack [--gap:var(--s-7)]">
          <TimetableInFull round={round} zone={zone} now={now} />
          <HowItIsDecided round={round} />
          <SettingsInFull round={round} zone={zone} />
          <Rubric settings={round.settings} />
          <QuestionsAndAnswers round={round} zone={zone} now={now} />
        </div>
        <aside className="stack [--gap:var(--s-7)]">
          <Announcements items={round.announcements} zone={zone} />
          <TakeWithYou round={round} />
        </aside>
      </div>
    </div>
  )
}
