import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'
import { closeDatabase, database, type Tx } from '@/db/client'
import { makeRound } from '@/db/factories/rounds'
import { rounds } from '@/db/schema/rounds'
import { runSchedule } from './schedule'

afterAll(closeDatabase)

/** Since when somebody waits for the table that is locked here; undefined when nobody does. */
async function waitingSince(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.execute<{ since: string }>(sql`
    select waitstart::text as since from pg_locks where not granted and relation = 'webhooks'::regclass`)
  return row?.since
}

/** A round whose applications open now, once the schedule has opened them. */
async function seeOneOpen(): Promise<void> {
  const applicationsOpenAt = new Date('2026-01-01T00:00:00Z')
  const { id } = await makeRound({ state: 'approved', timetable: { applicationsOpenAt } })
  await vi.waitFor(async () => {
    const [row] = await database().select({ state: rounds.state }).from(rounds).where(eq(rounds.id, id))
    expect(row!.state).toBe('applications')
  }, 5_000)
}

test('rounds go on while something else is stuck', async () => {
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  const schedule = database().transaction(async (tx) => {
    await tx.execute(sql`set local role none`)
    await tx.execute(sql`lock table webhooks in access exclusive mode`)
    running = runSchedule(stopping.signal)
    // A wait for a lock is given up after two seconds, and another one begins: it is to be one and the same.
    await vi.waitFor(async () => {
      const before = await waitingSince(tx)
      expect(before).toBeDefined()
      await seeOneOpen()
      expect(await waitingSince(tx)).toBe(before)
    }, 15_000)
  })
  await schedule.finally(() => stopping.abort())
  await running
})
