import postgres from 'postgres'
import { bidPool, pool } from '@/db/client'
import { env } from '@/env'

/**
 * The clock of the demo world. Its story began months ago, and its operations take their instants from the database
 * (R7.1), so this process alone sees the database's clock run behind: a schema before `pg_catalog` on its search path
 * holds another `clock_timestamp()`. Nobody else's connection reads it, and `end` removes it.
 */
export type SeedClock = {
  /** The true instant at which the story is told. */
  now: Date
  /** Moves on to an instant; never back, and never beyond the true present. */
  moveTo(at: Date): Promise<void>
  /** What the story's clock shows. */
  read(): Promise<Date>
  end(): Promise<void>
}

/** Starts the clock at an instant in the past. Call it before the pools of this process have connected. */
export async function startSeedClock(hoursAgo: number): Promise<SeedClock> {
  const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })
  await remove(sql)
  await sql.begin(async (tx) => {
    await tx`create schema demo_clock`
    await tx`create table demo_clock.setting (behind interval not null)`
    await tx`insert into demo_clock.setting values (make_interval(hours => ${hoursAgo}))`
    await tx`
      create function demo_clock.clock_timestamp() returns timestamptz language sql volatile as $$
        select pg_catalog.clock_timestamp() - case when current_setting('demo.clock', true) = 'on'
          then (select behind from demo_clock.setting) else interval '0' end
      $$`
    await tx`grant usage on schema demo_clock to portal_app`
    await tx`grant select on demo_clock.setting to portal_app`
  })
  await takeDefaultsFrom(sql, 'demo_clock')
  for (const { options } of [pool(), bidPool()])
    Object.assign(options.connection, {
      search_path: 'demo_clock, pg_catalog, public',
      'demo.clock': 'on',
      // Nothing of a story that is cut short is kept, so nothing is waited for.
      synchronous_commit: 'off',
    })
  const [present] = await sql<{ now: Date }[]>`select pg_catalog.clock_timestamp() as now`
  return {
    now: present!.now,
    moveTo: async (at) => {
      await sql`
        update demo_clock.setting
        set behind = least(behind, greatest(interval '0', pg_catalog.clock_timestamp() - ${at}::timestamptz))`
    },
    read: async () => {
      const [row] = await sql<{ at: Date }[]>`
        select pg_catalog.clock_timestamp() - behind as at from demo_clock.setting`
      return row!.at
    },
    end: async () => {
      await remove(sql)
      await sql.end({ timeout: 5 })
    },
  }
}

async function remove(sql: postgres.Sql): Promise<void> {
  await takeDefaultsFrom(sql, 'pg_catalog')
  await sql`drop schema if exists demo_clock cascade`
}

/**
 * Defaults are bound to a function when they are made, not when they are used. Table by table, so that whoever still writes
 * to two of them in another order is waited for and not met half way.
 */
async function takeDefaultsFrom(sql: postgres.Sql, schema: 'demo_clock' | 'pg_catalog'): Promise<void> {
  const from = sql(schema)
  await sql`alter table audit_log alter column at set default ${from}.clock_timestamp()`
  await sql`alter table lot_events alter column recorded_at set default ${from}.clock_timestamp()`
  await sql`alter table mail_outbox alter column created_at set default ${from}.clock_timestamp()`
}
