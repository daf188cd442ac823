import { database } from '@/db/client'
import { practiceBidsDue } from '@/domain/bidders/practice-bots'
import { placeBid } from '@/domain/bids/place-bid'
import { duePractices } from '@/domain/practice/due-practices'
import { wipePractice } from '@/domain/practice/wipe-practice'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'

const actor = systemActor('keep-practice')

/** Bids as the rivals of practice auctions, and wipes the ones that are over (R3.6). */
export async function keepPractice(): Promise<void> {
  const due = await practiceBidsDue(processNow())
  await Promise.all(due.map(({ key, ...bid }) => placeBid(actor, bid, { idempotencyKey: key })))
  for (const roundId of await duePractices(database())) await wipePractice(actor, { roundId })
}
