import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database, pool } from '@/db/client'
import { makeQualifiedApplicant } from '@/db/factories/auctions'
import { makeRound } from '@/db/factories/rounds'
import { bidders, lotBidders, lotEvents } from '@/db/schema/auctions'
import { rounds } from '@/db/schema/rounds'
import { openLot } from '@/domain/lots/open-lot'
import { systemActor } from '@/lib/access/actor'
import { hashOfScores, leafOfScore } from '@/transcript/plan-scores'
import { scoresRecord } from './scores-record'

afterAll(closeDatabase)

test('R6.8 the frozen hash is over a leaf for each plan; salts are told of whoever can bid, and of nobody else', async () => {
  const round = await makeRound({ state: 'bidding', labels: 2 })
  const [first, second] = round.lots
  for (const lot of [first!, first!, second!]) await makeQualifiedApplicant(round, lot)
  expect(await openLot(systemActor('schedule'), { lotId: first!.id })).toMatchObject({ ok: true })

  const [row] = await database().select().from(rounds).where(eq(rounds.id, round.id))
  const { leaves, salts } = await scoresRecord(pool(), round.id)
  expect(leaves).toHaveLength(3)
  expect(hashOfScores(leaves)).toBe(row?.scoresHash)
  const registered = await database()
    .select({ lot: lotBidders.lotId, paddle: bidders.paddle })
    .from(lotBidders)
    .innerJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .where(eq(lotBidders.lotId, first!.id))
  const told = salts.map(({ lot, paddle }) => `${lot} ${paddle}`).sort()
  expect(told).toEqual(registered.map(({ lot, paddle }) => `${lot} ${paddle}`).sort())
  const [opened] = await database().select().from(lotEvents).where(eq(lotEvents.lotId, first!.id))
  const { terms } = opened!.event as { terms: { bidders: { id: string; scoreHundredths: number }[] } }
  const found = terms.bidders.map(({ id, scoreHundredths }) => {
    const { lot, salt } = salts.find(({ paddle }) => paddle === id)!
    return leaves.includes(leafOfScore({ lot, salt, outcome: 'qualified', scoreHundredths }))
  })
  expect(found).toEqual([true, true])
})
