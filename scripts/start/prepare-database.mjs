import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runTask } from '../processes/run-task.mjs'

/**
 * Brings the database to the present shape and, when it is the embedded one and nobody is in it, fills it with the
 * demo world.
 * A database of your own is never filled.
 * @param {string} root
 * @param {Record<string, string>} env with DATABASE_URL
 * @param {{seed: boolean, marker?: string}} options
 *   marker: a file kept while the demo world is being made; when a killed run left it, the database is made anew
 * @throws {Error} with what the step said when it failed
 */
export async function prepareDatabase(root, env, { seed, marker }) {
  if (marker && existsSync(marker)) await emptyDatabase(env.DATABASE_URL)
  await requireVersion(env.DATABASE_URL)
  await step('bring the database up to date', ['tsx', 'db/migrate.ts'], root, env)
  if (!seed) return
  if (await hasPeople(env.DATABASE_URL)) return keepAlive(root, env)
  console.log('Filling the database with the demo world …')
  if (marker) writeFileSync(marker, '')
  await step('fill the database with the demo world', ['tsx', 'db/seed/main.ts'], root, env)
  if (marker) rmSync(marker)
}

/** Adds a round to bid in when the last one is over. The portal starts without it too. */
async function keepAlive(root, env) {
  const command = ['tsx', 'db/seed/keep-bidding-alive.ts']
  await step('keep the demo world alive', command, root, env).catch((error) => console.log(error.message))
}

async function step(purpose, command, root, env) {
  const done = await runTask(command, { root, env })
  if (done.ok) return
  const file = path.join(root, '.data', 'failure.log')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, done.said)
  throw new Error(`Could not ${purpose}: ${messageOf(done.said)}\nAll of it: ${file}`)
}

/** The message of an uncaught error, without where it happened. */
const messageOf = (said) =>
  /^\w*Error: ([\s\S]*?)(?=\n\s+at |\nNode\.js v|(?![\s\S]))/m.exec(said)?.[1] ?? said

async function connect(url, run) {
  const { default: postgres } = await import('postgres')
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    return await run(sql)
  } catch (error) {
    throw new Error(`The database cannot be used: ${error.message || error.code}`)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

const requireVersion = (url) =>
  connect(url, async (sql) => {
    const [{ version }] = await sql`select current_setting('server_version_num')::int as version`
    if (version < 150_000) throw new Error('Postgres 15 or later is needed.')
  })

const hasPeople = (url) => connect(url, async (sql) => (await sql`select 1 from users limit 1`).length > 0)

/** Only the embedded database, only when a seed was cut short: everything in it was made by that seed. */
async function emptyDatabase(url) {
  const administrative = new URL(url)
  administrative.pathname = '/postgres'
  await connect(administrative.href, async (sql) => {
    const name = new URL(url).pathname.slice(1)
    await sql`drop database if exists ${sql(name)} with (force)`
    await sql`create database ${sql(name)}`
  })
}
