/** Times the opening of sealed bids beside the bare cryptography: `time-opening.ts <bids>`. */
import { performance } from 'node:perf_hooks'
import { Decrypter } from 'age-encryption'
import { eq } from 'drizzle-orm'
import { closeDatabase, database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { letOpen, sealedFor, secretOfRound } from '@/db/factories/sealing'
import { bidAttempts } from '@/db/schema/auctions'
import { placeBid } from '@/domain/bids/place-bid'
import { closeLot } from '@/domain/lots/close-lot'
import { openBids } from '@/domain/sealing/open-bids'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'

const TOGETHER = 50
const wanted = Number(process.argv[2])
const system = systemActor('schedule')
const seconds = (from: number) => (performance.now() - from) / 1000

const { round, lots, bidders } = await makeOpenLots({
  format: 'sealed-second-price',
  bidders: TOGETHER,
  closesInMs: 90_000,
})
const lotId = lots[0]!.id
const sealing = performance.now()
for (let from = 0; from < wanted; from += TOGETHER)
  await Promise.all(
    Array.from({ length: Math.min(TOGETHER, wanted - from) }, async (_, offset) => {
      const { id: bidder, person } = bidders[offset]!
      const { key, body } = await sealedFor(
        { round: round.id, lot: lotId, bidder },
        500_000n + BigInt(from + offset),
      )
      const answer = await placeBid(person, { lotId, ...body }, { idempotencyKey: key })
      if (!answer.ok) throw new Error(answer.error.code)
    }),
  )
const sealed = seconds(sealing)

const rows = await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
const decrypter = new Decrypter()
decrypter.addIdentity(secretOfRound(round.id))
const bare = performance.now()
for (const { box } of rows) await decrypter.decrypt(box!)
const alone = seconds(bare)

const wait = round.timetable.biddingClosesAt.getTime() - processNow().getTime() + 50
if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
if (!(await letOpen(round.id))) throw new Error('The opening could not begin.')
const opening = performance.now()
for (let finished = false; !finished; ) {
  const opened = await openBids(system, { roundId: round.id })
  if (!opened.ok) throw new Error(opened.error.code)
  finished = opened.value.finished
}
const opened = seconds(opening)
const deciding = performance.now()
const closed = await closeLot(system, { lotId })
if (!closed.ok) throw new Error(closed.error.code)

const each = (time: number) => `${((time * 1000) / rows.length).toFixed(1)} ms a bid`
console.log(`${rows.length} sealed bids of ${bidders.length} bidders on one name.`)
console.log(`Sealed and handed in, fifty together:     ${sealed.toFixed(1)} s, ${each(sealed)}.`)
console.log(`The bare cryptography of opening them:     ${alone.toFixed(1)} s, ${each(alone)}.`)
console.log(
  `Opened and recorded by the portal:         ${opened.toFixed(1)} s, ${each(opened)}: ${(opened / alone).toFixed(2)} times as long.`,
)
console.log(`Decided by the engine, with its history:   ${seconds(deciding).toFixed(1)} s.`)
await closeDatabase()
