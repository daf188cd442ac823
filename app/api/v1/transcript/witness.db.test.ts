import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, pool, sequencerConnection } from '@/db/client'
import { changeEnvironment } from '@/db/testing/change-environment'
import { knownWitnesses } from '@/domain/transcript/keep-cosignature'
import { takeLease } from '@/domain/transcript/lease'
import { logKey, logOrigin, logSeed } from '@/domain/transcript/log-key'
import { readCheckpoint, readLeaves } from '@/domain/transcript/public-queries'
import { sequenceEntries } from '@/domain/transcript/sequence-entries'
import { SettledNumbers } from '@/domain/transcript/settled'
import { env } from '@/env'
import { keep, watchOnce } from '@/scripts/witness/watch'
import { signCheckpoint } from '@/transcript/checkpoint'
import { formatWitnessKey, witnessesOf, witnessKeyOf } from '@/transcript/cosignature'
import { empty, grow, rootOfGrowth } from '@/transcript/growth'
import { parseVerifierKey } from '@/transcript/note'
import { GET as getConsistency } from './consistency/route'
import { POST as postCosignature } from './cosignatures/route'
import { GET as getCheckpoint } from './route'

const owner = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })
const seed = new Uint8Array(32).fill(3)
const folder = mkdtempSync(path.join(tmpdir(), 'witness-'))
const file = path.join(folder, 'witness.json')
const routes: Record<string, (request: Request) => Promise<Response>> = {
  '/api/v1/transcript': getCheckpoint,
  '/api/v1/transcript/consistency': getConsistency,
  '/api/v1/transcript/cosignatures': postCosignature,
}
let server: Server
let portal: string

beforeAll(async () => {
  changeEnvironment({ WITNESS_KEYS: formatWitnessKey(witnessKeyOf('witness.example', seed)) })
  keep(file, { name: 'witness.example', seedHex: Buffer.from(seed).toString('hex'), note: null })
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = 'GET', url = '' } = request
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
    const answer = await routes[url.split('?')[0]!]!(new Request(`http://portal${url}`, { method, ...body }))
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  portal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  rmSync(folder, { recursive: true })
  await owner.end()
  await closeDatabase()
})

async function write(count: number): Promise<void> {
  await owner`insert into audit_log (kind, outcome, actor, object, payload)
    select 'some', 'done', 'system:test', '', convert_to(n::text, 'UTF8') from generate_series(1, ${count}::int) n`
  await sequenceEntries(sequencerConnection(), (await takeLease(pool(), 'test'))!, new SettledNumbers())
}
const watch = (now: number) => watchOnce(portal, parseVerifierKey(logKey())!, file, now)
const cosigned = async () => witnessesOf((await readCheckpoint())!.note, knownWitnesses())

test('R9.2 a witness signs each checkpoint that continues the one before, and its word is served', async () => {
  await write(3)
  expect(await cosigned()).toEqual([])
  expect(await watch(1000)).toEqual({ size: 3, signed: true })
  expect(await cosigned()).toEqual(['witness.example'])
  await write(300)
  expect(await cosigned()).toEqual([])
  expect(await watch(1060)).toEqual({ size: 303, signed: true })
  expect(await watch(1120), 'the same once more').toEqual({ size: 303, signed: true })
  expect(await cosigned()).toEqual(['witness.example'])
})

test('R9.2 nobody else’s word is kept, nor one under a checkpoint that never was', async () => {
  const post = (body: object) =>
    postCosignature(new Request('http://portal/', { method: 'POST', body: JSON.stringify(body) }))
  expect((await post({ size: 303, line: '— stranger AAAA' })).status).toBe(403)
  expect((await post({ size: 302, line: '— stranger AAAA' })).status).toBe(404)
  expect((await post({ size: 'all' })).status).toBe(422)
})

/** The whole log written anew by whoever holds the database and the key: entry 1 is another, and all is signed again. */
async function rewriteAndSign(sql: postgres.TransactionSql, more: number): Promise<void> {
  for (const table of ['log_leaves', 'log_nodes', 'log_checkpoints', 'log_cosignatures'])
    await sql`alter table ${sql(table)} disable trigger all`
  const leaves = await readLeaves(0, 1000)
  leaves[1] = new Uint8Array(createHash('sha256').update('another entry').digest())
  for (let n = 0; n < more; n++)
    leaves.push(new Uint8Array(createHash('sha256').update(`more ${n}`).digest()))
  const growth = empty()
  const nodes: { index: number; hash: Uint8Array }[] = []
  for (const leaf of leaves)
    grow(growth, leaf, ({ height, index, hash }) => height === 8 && nodes.push({ index, hash }))
  await sql`delete from log_cosignatures`
  await sql`delete from log_checkpoints`
  await sql`delete from log_nodes`
  await sql`update log_leaves set hash = ${leaves[1]} where index = 1`
  for (let index = leaves.length - more; index < leaves.length; index++)
    await sql`insert into log_leaves (index, source, source_id, hash) values (${index}, 'audit', ${-index}, ${leaves[index]!})`
  for (const { index, hash } of nodes)
    await sql`insert into log_nodes (level, index, hash) values (1, ${index}, ${hash})`
  const { size, peaks } = growth
  const note = signCheckpoint({ origin: logOrigin(), size, root: rootOfGrowth(growth) }, logSeed())
  await sql`
    insert into log_checkpoints (size, root, peaks, note, term)
    values (${size}, ${Buffer.from(rootOfGrowth(growth))}, ${Buffer.concat(peaks)}, ${note}, 1)`
}

test.each([
  ['of the same size: a split view', 0],
  ['that has grown since', 40],
])(
  'R9.2 a log that was rewritten and signed again, %s, is refused by the witness and kept as evidence',
  async (_what, more) => {
    await owner.begin((sql) => rewriteAndSign(sql, more))
    const refused = { forked: true, refused: expect.stringContaining('two histories') }
    expect(await watch(2000)).toEqual(refused)
    expect(existsSync(`${file}.refused-${303 + more}.json`)).toBe(true)
    expect(await cosigned()).toEqual([])
    expect(await watch(2060), 'and stays refused').toEqual(refused)
  },
)

test('R9.2 a log that went back, or another key, is refused', async () => {
  await owner.begin(async (sql) => {
    await sql`alter table log_checkpoints disable trigger all`
    const note = signCheckpoint({ origin: logOrigin(), size: 2, root: new Uint8Array(32) }, logSeed())
    await sql`update log_checkpoints set size = 2, note = ${note}`
  })
  expect(await watch(3000)).toMatchObject({ forked: false, refused: expect.stringContaining('went back') })
})
