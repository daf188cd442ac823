import { database } from '@/db/client'
import { makeOpenLots, makeSession } from '@/db/factories/auctions'
import type { AuctionFormat, RoundSettings } from '@/db/schema/rounds'
import { recipientOf } from '@/domain/sealing/round-key'

/** An auction with signed-in bidders, each on every lot unless `lotsEach` says on how many. */
export type FaultAuction = {
  round: string
  format: AuctionFormat
  lots: string[]
  bidders: {
    id: string
    token: string
    lots: string[]
    /** Of a sealed auction: what its bids are sealed to. */
    sealTo?: { round: string; recipient: string }
  }[]
}

/** Puts an auction that is open into the database; without `closesInMs` bidding lasts six hours. */
export async function makeAuction(wanted: {
  lots: number
  bidders: number
  lotsEach?: number
  depositMinor?: bigint
  closesInMs?: number
  format?: AuctionFormat
  settings?: Partial<RoundSettings>
  roundLeftMs?: number
  softClose?: { windowSeconds: number; extendSeconds: number; hardEnd: string | null }
}): Promise<FaultAuction> {
  const made = await makeOpenLots({ closesInMs: 6 * 3_600_000, ...wanted })
  const lots = made.lots.map(({ id }) => id)
  const round = made.round.id
  const recipient =
    wanted.format?.startsWith('sealed-') && (await recipientOf(database(), { id: round, practice: false }))
  const each = wanted.lotsEach ?? lots.length
  const bidders = await Promise.all(
    made.bidders.map(async ({ id, person }, index) => ({
      id,
      token: await makeSession(person),
      ...(recipient && { sealTo: { round, recipient } }),
      lots: Array.from({ length: each }, (_, offset) => lots[(index * each + offset) % lots.length]!),
    })),
  )
  return { round, format: wanted.format ?? 'open-ascending', lots, bidders }
}
