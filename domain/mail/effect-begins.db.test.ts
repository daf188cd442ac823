import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { mailOutbox } from '@/db/schema/system'
import { newId } from '@/lib/ids'
import { effectBegins } from './effect-begins'

afterAll(closeDatabase)

test('letters are found by the beginning of their effect, without reading them all', async () => {
  const stem = newId('eff')
  const letter = { to: 'ann@people.example', subject: 'S', text: 'T', template: 'trial' }
  for (const effect of [`${stem}:a`, `${stem}:~é`, `${stem}x:a`, `x${stem}:a`])
    await database()
      .insert(mailOutbox)
      .values({ id: newId('mail'), effect, ...letter })
  const found = await database()
    .select()
    .from(mailOutbox)
    .where(effectBegins(`${stem}:`))
  expect(found.map(({ effect }) => effect).sort()).toEqual([`${stem}:a`, `${stem}:~é`])
  const plan = await database().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    return tx.execute(sql`explain select from ${mailOutbox} where ${effectBegins(`${stem}:`)}`)
  })
  expect(JSON.stringify(plan)).toContain('mail_outbox_effect_begins')
})
