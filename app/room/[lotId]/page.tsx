import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { RunRoom } from '@/components/auction/run-room'
import { roomFacts, roomSnapshot } from '@/domain/lots/queries'
import { currentActor } from '@/lib/access/current-actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { IncrementTable } from './increment-table'
import { RulesInWords } from './rules-in-words'

type Props = { params: Promise<{ lotId: string }> }

const readRoom = cache(async (lotId: string) => roomSnapshot(await currentActor(), { lotId }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const room = await readRoom((await params).lotId)
  return { title: room ? `${room.lot.label}.org auction` : 'Auction room' }
}

export default async function RoomPage({ params }: Props) {
  await requirePerson()
  const { lotId } = await params
  const room = await readRoom(lotId)
  const facts = room && (await roomFacts(room.lot.roundId))
  if (!room || !facts) notFound()
  return (
    <RunRoom first={room} facts={{ ...facts, zone: await viewerZone() }}>
      {facts.format === 'open-ascending' ? (
        <IncrementTable increments={facts.increments} />
      ) : (
        <RulesInWords format={facts.format} />
      )}
    </RunRoom>
  )
}
