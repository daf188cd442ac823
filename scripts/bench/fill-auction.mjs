import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Fills the world's database with an open auction and lets Postgres see what it holds, as a database that has run for a
 * minute does.
 * @param {{lots: number, bidders: number, lotsEach: number}} size
 * @returns {Promise<{file: string, read: () => {lots: string[], bidders: object[], floor: Record<string, number>}}>} the
 *   file in which runs leave how far the prices went
 */
export async function fillAuction({ folder, databaseUrl, task }, { lots, bidders, lotsEach }) {
  const file = path.join(folder, `${lots}-${bidders}.json`)
  await task(['tsx', 'scripts/bench/fill-auction.ts', file, ...[lots, bidders, lotsEach].map(String)])
  const { default: postgres } = await import('postgres')
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  await sql`analyze`
  await sql.end({ timeout: 2 })
  return { file, read: () => JSON.parse(readFileSync(file, 'utf8')) }
}
