import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { onTestFinished } from 'vitest'
import { database } from '@/db/client'

/**
 * The clock of the test databases. Operations take their instants from the database (R7.1), so a test that waits for a
 * close moves the database's clock instead: a schema before `pg_catalog` on the search path holds another
 * `clock_timestamp()`, ahead of the true one by as much as the test asked for.
 */
export const SEARCH_PATH = 'public, test_clock, pg_catalog'

/** Lays the clock into an empty database, before anything that reads it is made there. */
export async function makeTestClock(db: postgres.Sql, name: string): Promise<void> {
  await db.unsafe(`
    create schema test_clock;
    create table test_clock.setting (ahead interval not null);
    insert into test_clock.setting values ('0');
    create function test_clock.clock_timestamp() returns timestamptz language sql volatile as
      $$ select pg_catalog.clock_timestamp() + ahead from test_clock.setting $$;
    grant usage on schema test_clock to public;
    grant select, update on test_clock.setting to public;
    alter database ${name} set search_path = ${SEARCH_PATH}`)
}

/** Moves the database's clock past an instant until this test is over; never back. */
export async function passTo(at: Date): Promise<void> {
  const move = (ahead: ReturnType<typeof sql>) =>
    database().execute(sql`update test_clock.setting set ahead = ${ahead}`)
  onTestFinished(async () => {
    await move(sql`'0'`)
  })
  await move(sql`greatest(ahead, ${at.toISOString()}::timestamptz - pg_catalog.clock_timestamp() + '5 ms')`)
}
