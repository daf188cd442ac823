import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { passTo } from '@/db/testing/test-clock'
import { hasLeftLetters } from '@/domain/mail/queries'
import { processNow } from '@/lib/clock'
import { post } from '@/lib/mail'
import { resumeMail } from './resume-mail'

afterAll(closeDatabase)

/** Jobs that a worker can take, by the rights of the queue's owner. */
async function freeJobs(change?: ReturnType<typeof sql>): Promise<number> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`set local role none`)
    if (change) await tx.execute(change)
    const [row] = await tx.execute<{ free: number }>(sql`
      select count(*)::int as free from graphile_worker._private_jobs where locked_at is null`)
    return row!.free
  })
}

test('letters whose worker was killed are sent by another within seconds, not hours', async () => {
  const letter = { to: 'nia@people.example', subject: 'Hello', text: 'Dear Nia,', template: 'test' }
  await database().transaction((tx) => post(tx, [letter]))
  const taken = sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed'`
  expect(await freeJobs(taken)).toBe(0)
  expect(await hasLeftLetters()).toBe(false)
  await passTo(new Date(processNow().getTime() + 6_000))
  await resumeMail()
  expect(await freeJobs()).toBe(1)
})
