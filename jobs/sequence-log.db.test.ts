import { afterAll, expect, test } from 'vitest'
import { closeDatabase, pool } from '@/db/client'
import { readCheckpoint } from '@/domain/transcript/public-queries'
import { sequenceLog } from './sequence-log'

afterAll(closeDatabase)

const write = () =>
  pool()`insert into audit_log (kind, outcome, actor, object, payload)
    values ('some', 'done', 'system:test', '', 'x')`
const sizeOf = async () => (await readCheckpoint())?.size ?? 0

async function until(size: number): Promise<void> {
  while ((await sizeOf()) < size);
}

test('R9.2 signs what is new, catches up after it stood still, and hands over at once when it is stopped', async () => {
  const first = new AbortController()
  await write()
  const running = sequenceLog(first.signal)
  await until(1)
  await write()
  await until(2)
  first.abort()
  await running
  await write()
  await write()
  expect(await sizeOf()).toBe(2)
  const second = new AbortController()
  const followed = sequenceLog(second.signal)
  await until(4)
  second.abort()
  await followed
  const terms = await pool()<{ term: string }[]>`select distinct term from log_checkpoints order by term`
  expect(terms.map(({ term }) => Number(term))).toEqual([1, 2])
})
