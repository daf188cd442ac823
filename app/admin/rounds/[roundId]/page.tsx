import type { Metadata } from 'next'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { viewerZone } from '@/lib/time/viewer-zone'
import { Announcements } from './_parts/announcements'
import { readRound, titleOfRound } from './_parts/read-round'
import { RoundActs } from './_parts/round-acts'
import { RoundHead } from './_parts/round-head'
import { RoundLots } from './_parts/round-lots'
import { RoundProgressLine } from './_parts/round-progress-line'
import { RoundTerms } from './_parts/round-terms'
import { RoundTimetable } from './_parts/round-timetable'
import { WaitingRequests } from './_parts/waiting-requests'

type Props = PageProps<'/admin/rounds/[roundId]'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props)
}

export default async function RoundPage(props: Props) {
  const found = await readRound(props)
  const { round, phase, lots, moves, announcements, now, person } = found
  const zone = await viewerZone()
  return (
    <div className="wrap page space-y-8">
      <RoundHead round={round} phase={phase} part="" />
      {round.summary && <p className="lede">{round.summary}</p>}
      {round.publicReason && (
        <Notice
          tone="warn"
          title={round.state === 'cancelled' ? 'This round is cancelled' : 'This round is suspended'}
        >
          {round.publicReason}
        </Notice>
      )}
      <WaitingRequests person={person} object={round.id} />
      <RoundActs round={round} person={person} />
      <RoundProgressLine round={round} moves={moves} />
      <div className="two">
        <div className="space-y-10">
          <RoundLots lots={lots} round={round} />
          <RoundTerms round={round} />
        </div>
        <div className="space-y-10">
          <section aria-labelledby="timetable">
            <SectionHead title="Timetable" id="timetable" minor>
              {round.zone}
            </SectionHead>
            <RoundTimetable round={round} now={now} />
          </section>
          <Announcements announcements={announcements} zone={zone} />
        </div>
      </div>
    </div>
  )
}
