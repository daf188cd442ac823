import { pathToFileURL } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations as migrateJobs } from 'graphile-worker'
import postgres from 'postgres'
import { env } from '@/env'
import { ensureReferenceData } from './seed/reference-data'

/**
 * Brings a database to the present shape, as its owner. Safe to run again and from several processes at once:
 * an advisory lock lets one pass at a time.
 * @param url postgres:// address of a login that owns the database
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(7_204_001)`
    const db = drizzle(sql, { casing: 'snake_case' })
    await applyMigrations(db, { migrationsFolder: new URL('./migrations', import.meta.url).pathname })
    await migrateJobs({ connectionString: url })
    await sql`grant portal_app to current_user`
    await ensureReferenceData(db)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await migrate(env.DATABASE_URL)
