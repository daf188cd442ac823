import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { bidDesk } from '@/app/bid-desk'
import { requirePerson } from '@/app/require-person'
import { RunRoom } from '@/components/auction/run-room'
import { Icon } from '@/components/ui/icon'
import { roomFacts, roomSnapshot } from '@/domain/lots/queries'
import { currentActor } from '@/lib/access/current-actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { IncrementTable } from './increment-table'
import { RulesInWords } from './rules-in-words'

type Props = { params: Promise<{ lotId: string }> }

const readRoom = cache(async (lotId: string) => roomSnapshot(await currentActor(), { lotId }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const room = await readRoom((await params).lotId)
  if (!room) return { title: 'Auction room' }
  return { title: `${room.lot.label}.org auction` }
}

export default async function RoomPage({ params }: Props) {
  await requirePerson()
  const { lotId } = await params
  const room = await readRoom(lotId)
  const facts = room && (await roomFacts(room.lot.roundId))
  const desk = bidDesk()
  if (!room || !facts) notFound()
  return (
    <>
      {facts.practiceHref && <PracticeMark href={facts.practiceHref} />}
      <RunRoom first={room} facts={{ ...facts, zone: await viewerZone(), ...(desk && { bidDesk: desk }) }}>
        {facts.format === 'open-ascending' ? (
          <IncrementTable increments={facts.increments} />
        ) : (
          <RulesInWords format={facts.format} />
        )}
      </RunRoom>
    </>
  )
}

/** So that nobody takes a practice for the real thing, or the real thing for a practice (R3.6). */
function PracticeMark({ href }: { href: string }) {
  return (
    <div className="practice-bar">
      <p className="wrap">
        <Icon name="flask-conical" size="s" /> <b>Practice.</b> Nothing here is real: the name is invented,
        the rivals are bots, and no bid binds you. <Link href={href}>About this practice</Link>
      </p>
    </div>
  )
}
