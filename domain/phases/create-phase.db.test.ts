import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { phases } from '@/db/schema/rounds'
import { createPhase } from './create-phase'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })

describe('does it', () => {
  test('numbers phases one after the other, also when two are made at once', async () => {
    const first = await officer()
    const made = await Promise.all(['One', 'Two', 'Three'].map((name) => createPhase(first, { name })))
    const numbers = made.map((answer) => (answer.ok ? answer.value.number : 0))
    expect(numbers.sort()).toEqual([1, 2, 3])
    const rows = await database().select().from(phases).where(eq(phases.number, 1))
    expect(rows[0]?.publishedAt).toBeNull()
  })
})

describe('refuses the role', () => {
  test('an administrator', async () => {
    expect(await createPhase(await makePerson({ roles: ['administrator'] }), { name: 'Mine' })).toMatchObject(
      {
        error: { code: 'access.denied' },
      },
    )
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await createPhase({ kind: 'anyone' }, { name: 'Mine' })).toMatchObject({ error: { status: 401 } })
  })
})

describe('refuses the moment', () => {
  test('never, but bad input', async () => {
    expect(await createPhase(await officer(), { name: '  ' })).toMatchObject({
      error: { code: 'input.invalid', fields: { name: 'Enter a name of at least 3 characters.' } },
    })
  })
})
