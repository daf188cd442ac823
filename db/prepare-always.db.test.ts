import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database, type Reader } from './client'
import { labels } from './schema/labels'

afterAll(closeDatabase)

const read = (db: Reader) => db.select({ label: labels.label }).from(labels).where(eq(labels.label, 'x'))

test('a statement of Drizzle is prepared once per connection, and used again', async () => {
  await database().transaction(async (tx) => {
    for (let times = 0; times < 3; times++) await read(tx)
    const kept = await tx.execute<{ uses: string }>(
      sql`select generic_plans + custom_plans as uses from pg_prepared_statements where statement = ${read(tx).toSQL().sql}`,
    )
    expect([...kept]).toEqual([{ uses: '3' }])
  })
})
