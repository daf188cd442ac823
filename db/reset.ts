import { rm } from 'node:fs/promises'
import postgres from 'postgres'
import { closeDatabase } from '@/db/client'
import { env } from '@/env'
import { migrate } from './migrate'
import { seed } from './seed/main'

/**
 * `npm run db:reset`: empties the database, brings it to the present shape and, when it is the embedded one, fills it
 * with the demo world anew. A database of your own is emptied only with `-- --yes-really <its name>`, and stays empty.
 */
async function main(): Promise<void> {
  const name = decodeURIComponent(new URL(env.DATABASE_URL).pathname.slice(1))
  const mark = process.argv.indexOf('--yes-really')
  if (!env.EMBEDDED_DATABASE && (mark < 0 || process.argv[mark + 1] !== name))
    throw new Error(
      `This deletes everything in the database ${name}. If that is what you want: npm run db:reset -- --yes-really ${name}`,
    )
  await empty()
  await migrate(env.DATABASE_URL)
  if (!env.EMBEDDED_DATABASE) {
    console.log(`The database ${name} is empty and up to date.`)
    return
  }
  await rm(env.FILES_DIR, { recursive: true, force: true })
  await seed()
  console.log('The demo world is made anew.')
}

async function empty(): Promise<void> {
  const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })
  try {
    const users = await sql`
      select 1 from pg_stat_activity where datname = current_database() and application_name = 'portal'`
    if (users.length > 0) throw new Error('The portal is running on this database. Stop it first.')
    await sql.begin(async (tx) => {
      await tx`drop schema if exists public, drizzle, graphile_worker, demo_clock cascade`
      await tx`create schema public`
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
await closeDatabase()
