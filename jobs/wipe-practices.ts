import { database } from '@/db/client'
import { duePractices } from '@/domain/practice/due-practices'
import { wipePractice } from '@/domain/practice/wipe-practice'
import { systemActor } from '@/lib/access/actor'

const actor = systemActor('wipe-practices')

/** Wipes the practice auctions that are over (R3.6). */
export async function wipePractices(): Promise<void> {
  for (const roundId of await duePractices(database())) await wipePractice(actor, { roundId })
}
