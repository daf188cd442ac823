/** Decides every event of the lots again: `check-lots.ts <file>`. Says in one line whether tables and replay are equal. */
import { readFileSync } from 'node:fs'
import { inArray } from 'drizzle-orm'
import { closeDatabase, database } from '@/db/client'
import { lots } from '@/db/schema/rounds'
import { replayLot } from '@/domain/results/replay-lot'

const auction = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as { lots: string[] }
const rows = await database().select().from(lots).where(inArray(lots.id, auction.lots))
let events = 0
const differences: string[] = []
for (const lot of rows) {
  const replay = await replayLot(database(), lot)
  events += replay.events
  if (replay.difference) differences.push(`${lot.label}: ${replay.difference}`)
}
console.log(differences[0] ?? `${events} events, replay equal to the tables`)
await closeDatabase()
