import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeHeapSnapshot } from 'node:v8'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { holdOpening } from '@/db/factories/sealing'
import { passTo } from '@/db/testing/test-clock'
import { roomSnapshot } from '@/domain/lots/queries'
import { recipientOf } from '@/domain/sealing/round-key'
import { placeBid } from './place-bid'

const folder = mkdtempSync(path.join(tmpdir(), 'planted-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await closeDatabase()
})

/** A bidder’s browser, as a process of its own: it thinks of an amount, tells a file alone, and answers the sealed bytes. */
const BROWSER = `
  import { writeFileSync } from 'node:fs'
  import { randomInt } from 'node:crypto'
  import { sealBid } from './sealing/seal.ts'
  const [file, recipient, place] = process.argv.slice(1)
  const amount = '73' + String(randomInt(1e12, 9e12))
  writeFileSync(file, amount)
  const { ciphertext, commitment } = await sealBid(recipient, JSON.parse(place), BigInt(amount))
  console.log(JSON.stringify({ ciphertext: Buffer.from(ciphertext).toString('base64'), commitment }))`

/** From here on the server's log has every statement with what it was given, as an officer who looks for a fault sets it. */
async function logEverything(): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.execute(sql`set local role none`)
    const [row] = await tx.execute<{ name: string }>(sql`select current_database() as name`)
    await tx.execute(sql`alter database ${sql.identifier(row!.name)} set log_statement = 'all'`)
  })
  await closeDatabase()
}

/** Every file of this database, of the write-ahead log and of the server's: what a copy of the machine, or a base backup, has. */
async function filesOfDatabase(): Promise<string[]> {
  const [row] = await database().transaction(async (tx) => {
    await tx.execute(sql`set local role none`)
    await tx.execute(sql`checkpoint`)
    return tx.execute<{ dir: string; oid: string }>(sql`
      select current_setting('data_directory') as dir, oid::text from pg_database where datname = current_database()`)
  })
  const within = (name: string) =>
    readdirSync(path.join(row!.dir, name), { recursive: true, withFileTypes: true })
      // The server writes what it knows of its own tables anew whenever they change, and takes the old one away.
      .filter((each) => each.isFile() && !each.name.startsWith('pg_internal.init'))
      .map((each) => path.join(each.parentPath, each.name))
  return [...within(`base/${row!.oid}`), ...within('pg_wal'), logOf(row!.dir)]
}

const logOf = (dataDirectory: string) => path.join(dataDirectory, '..', 'postgres.log')

/** Every row of every table as text: what a logical backup has, also of what the files hold compressed. */
async function rowsOfDatabase(): Promise<Buffer> {
  const rows = await database().transaction(async (tx) => {
    await tx.execute(sql`set local role none`)
    const tables = await tx.execute<{ schema: string; name: string }>(sql`
      select schemaname as schema, tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`)
    const all = []
    for (const { schema, name } of tables) {
      const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`
      all.push(...(await tx.execute<{ row: string }>(sql`select t::text as row from ${table} t`)))
    }
    return all
  })
  return Buffer.from(rows.map(({ row }) => row).join('\n'))
}

/** As text, as the same text in bytes that are shown in hex, and as the eight bytes of a number in either order. */
function formsOf(amount: string): Buffer[] {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(amount))
  const text = Buffer.from(amount)
  return [text, Buffer.from(text.toString('hex')), bytes, Buffer.from(bytes).reverse()]
}

test('until the opening a planted amount is in no table, file, write-ahead log, log of statements or memory of the portal', {
  timeout: 60_000,
}, async () => {
  await logEverything()
  const { round, lots, bidders } = await makeOpenLots({ format: 'sealed-first-price', closesInMs: 60_000 })
  const [lotId, bidder] = [lots[0]!.id, bidders[0]!]
  const recipient = (await recipientOf(database(), { id: round.id, practice: false }))!
  const place = { round: round.id, lot: lotId, bidder: bidder.id, key: 'planted-key' }
  const kept = path.join(folder, 'amount')
  const script = [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    BROWSER,
    kept,
    recipient,
    JSON.stringify(place),
  ]
  const body = JSON.parse(execFileSync(process.execPath, script, { encoding: 'utf8' }))
  expect(await placeBid(bidder.person, { lotId, ...body }, { idempotencyKey: place.key })).toMatchObject({
    ok: true,
  })
  await roomSnapshot(bidder.person, { lotId })

  const heap = writeHeapSnapshot(path.join(folder, 'heap'))
  const files = [heap, ...(await filesOfDatabase())]
  const rows = await rowsOfDatabase()
  const forms = formsOf(readFileSync(kept, 'utf8'))
  const has = (content: Buffer) => forms.some((form) => content.includes(form))
  expect(files.filter((file) => has(readFileSync(file)))).toEqual([])
  expect(has(rows)).toBe(false)

  await passTo(round.timetable.biddingClosesAt)
  await holdOpening(round.id)
  expect(has(await rowsOfDatabase())).toBe(true)
  const after = (await filesOfDatabase()).filter((file) => has(readFileSync(file)))
  for (const each of [/\/base\//, /\/pg_wal\//, /postgres\.log$/]) expect(after.join('\n')).toMatch(each)
})
