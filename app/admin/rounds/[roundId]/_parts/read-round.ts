import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { roundForOfficers } from '@/domain/rounds/officer-queries'
import { roundName } from '@/domain/rounds/round-name'
import { currentActor } from '@/lib/access/current-actor'

type Params = { params: Promise<{ roundId: string }> }

/** The round of the address with who is looking, or the page that there is nothing. */
export async function readRound({ params }: Params) {
  const person = await requirePerson()
  const found = await roundForOfficers(person, { roundId: (await params).roundId })
  if (!found) notFound()
  return { ...found, person }
}

/** A page's title through the page's own query, so that it tells no stranger what exists. */
export async function titleOfRound({ params }: Params, part?: string) {
  const found = await roundForOfficers(await currentActor(), { roundId: (await params).roundId })
  if (!found) return { title: 'Not found' }
  const round = roundName(found.round)
  return { title: part ? `${part}: ${round}` : round }
}

export type FoundRound = Awaited<ReturnType<typeof readRound>>
