import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { RunRoom } from '@/components/auction/run-room'
import { Notice } from '@/components/ui/notice'
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
  if (!room || !facts) notFound()
  return (
    <>
      {facts.practiceHref && <PracticeMark href={facts.practiceHref} />}
      <RunRoom first={room} facts={{ ...facts, zone: await viewerZone() }}>
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
    <div className="wrap pt-4">
      <Notice tone="warn" title="Practice">
        Nothing here is real: the name is invented, the rivals are bots, and no bid binds you.{' '}
        <Link href={href}>About this practice</Link>
      </Notice>
    </div>
  )
}
