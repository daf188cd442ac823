import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'
import { closeDatabase, database, type Tx } from '@/db/client'
import { mailOutbox } from '@/db/schema/system'
import { lookJob } from '@/domain/evidence/look-job'
import { enqueue } from '@/lib/jobs'
import { post } from '@/lib/mail'
import { runQueues } from './run-queues'

afterAll(closeDatabase)

/** Since when looks at evidence wait for the table that is locked here. */
async function waits(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ since: string }>(sql`
    select waitstart::text as since from pg_locks where not granted and relation = 'evidence'::regclass
    order by waitstart`)
  return rows.map(({ since }) => since)
}

async function seeOneSent(): Promise<void> {
  const letter = { to: 'nia@people.example', subject: 'Your link', text: 'Dear Nia,', template: 'test' }
  const before = await sentLetters()
  await database().transaction((tx) => post(tx, [letter]))
  await vi.waitFor(async () => expect(await sentLetters()).toBeGreaterThan(before), 5_000)
}

const sentLetters = () =>
  database().$count(mailOutbox, and(eq(mailOutbox.to, 'nia@people.example'), isNotNull(mailOutbox.sentAt)))

test('letters are sent while the servers of others are waited for', async () => {
  const looks = Array.from({ length: 40 }, (_, each) => lookJob(`evi_${each}`))
  await database().transaction((tx) => enqueue(tx, looks))
  let queues: Awaited<ReturnType<typeof runQueues>> | undefined
  const holding = database().transaction(async (tx) => {
    await tx.execute(sql`set local role none`)
    await tx.execute(sql`lock table evidence in access exclusive mode`)
    queues = await runQueues()
    // A wait for a lock is given up after two seconds, and another look begins: they are to be the same.
    await vi.waitFor(async () => {
      const before = await waits(tx)
      expect(before).toHaveLength(2)
      await seeOneSent()
      expect(await waits(tx)).toEqual(before)
    }, 15_000)
  })
  await holding.finally(() => queues?.stop())
})
