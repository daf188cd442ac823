import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { RefreshLive } from '@/components/auction/refresh-live'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { StateLine } from '@/components/ui/stepper'
import { waitingRequests } from '@/domain/approvals/queries'
import { controlRoom, replayDifferences } from '@/domain/rounds/control-queries'
import { formatWords, showsPrice } from '@/domain/rounds/format-words'
import { currentActor } from '@/lib/access/current-actor'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ActForm, ActLinks, FinaliseForm } from './_parts/act-forms'
import { Asked } from './_parts/asked'
import { BidderTable } from './_parts/bidder-table'
import { LotTable } from './_parts/lot-table'
import { RoundAnnouncements } from './_parts/round-announcements'
import { RoundConditions } from './_parts/round-conditions'
import { RoundFigures } from './_parts/round-figures'
import { stateSteps } from './_parts/state-steps'
import { WaitingPanels } from './_parts/waiting-panels'

type Props = {
  params: Promise<{ roundId: string }>
  searchParams: Promise<{ act?: string; bidder?: string; asked?: string }>
}

const read = cache(async (roundId: string) => controlRoom(await currentActor(), roundId))

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const room = await read((await params).roundId)
  return { title: room ? `Control room, round ${room.round.number}` : 'Control room' }
}

/** The live board of a round: where it stands, what runs, and every act that needs two people. */
export default async function ControlPage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const { roundId } = await params
  const { act, bidder, asked } = await searchParams
  const room = await read(roundId)
  if (!room) notFound()
  const { round, phase, lots } = room
  const objects = new Set([roundId, ...room.bidders.map(({ id }) => id)])
  const waiting = ((await waitingRequests(person, undefined)) ?? []).filter(({ object }) =>
    objects.has(object),
  )
  const differences = round.state === 'closed' ? await replayDifferences(person, roundId) : undefined
  const now = processNow()
  const zone = await viewerZone()
  const { steps, current } = stateSteps(room)
  return (
    <div className="wrap control">
      <div>
        <Breadcrumb
          items={[
            { text: `Phase ${phase}`, href: '/admin/phases' },
            { text: `Round ${round.number}`, href: `/admin/rounds/${roundId}` },
            { text: 'Control room' },
          ]}
        />
        <div className="row between items-end">
          <h1 className="mt-2">Round {round.number}</h1>
          <RefreshLive
            topics={[
              `round:${roundId}`,
              'approvals',
              ...(lots.length > 0 && round.state !== 'draft' ? [`lots:${roundId}`] : []),
            ]}
          />
        </div>
        <p className="soft small">
          {formatWords[round.format]}, {lots.length} {lots.length === 1 ? 'lot' : 'lots'}.{' '}
          {round.configHash && (
            <>
              Settings <span className="mono">{shorten(round.configHash)}</span>, approved by two officers.
            </>
          )}
        </p>
        <div className="mt-4">
          <ActLinks state={round.state} open={act} />
        </div>
        <StateLine
          label="State of the round"
          steps={steps}
          current={current}
          live={round.state === 'bidding'}
        />
        <RoundFigures room={room} now={now} />
        <LotTable lots={lots} format={round.format} now={now} />
        <BidderTable
          bidders={room.bidders}
          running={['bidding', 'suspended'].includes(round.state)}
          byPhone={round.state === 'bidding' && showsPrice(round.format)}
        />
      </div>
      <aside>
        {asked && waiting.some(({ id }) => id === asked) && <Asked approvalId={asked} />}
        <WaitingPanels waiting={waiting} now={now} />
        {act && <ActForm room={room} act={act} bidderId={bidder} />}
        <section>
          <RoundConditions room={room} differences={differences} />
          {round.state === 'closed' && <FinaliseForm roundId={roundId} ready={differences?.length === 0} />}
        </section>
        <section>
          <h2>Announcements</h2>
          <RoundAnnouncements room={room} zone={zone} now={now} />
        </section>
      </aside>
    </div>
  )
}

function shorten(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-4)}`
}
