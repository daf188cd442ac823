/** Fills the database with an open auction: `fill-auction.ts <file> <lots> <bidders> <lots each>`; writes who bids where. */
import { writeFileSync } from 'node:fs'
import { closeDatabase } from '@/db/client'
import { makeOpenLots, makeSession } from '@/db/factories/auctions'
import { processNow } from '@/lib/clock'

const [file, lots, bidders, lotsEach] = process.argv.slice(2)
const each = Number(lotsEach)
const auction = await makeOpenLots({
  lots: Number(lots),
  bidders: Number(bidders),
  lotsEach: each,
  closesAt: new Date(processNow().getTime() + 6 * 3_600_000),
})
const lotIds = auction.lots.map(({ id }) => id)
const people = []
for (const [index, { id, person }] of auction.bidders.entries())
  people.push({
    id,
    person,
    token: await makeSession(person),
    lots: Array.from({ length: each }, (_, offset) => lotIds[(index * each + offset) % lotIds.length]),
  })
writeFileSync(file!, JSON.stringify({ lots: lotIds, bidders: people, floor: {} }))
await closeDatabase()
