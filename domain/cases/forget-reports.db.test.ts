import { inArray } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeCase } from '@/db/factories/cases'
import { makePerson } from '@/db/factories/people'
import { confusionCases } from '@/db/schema/cases'
import { anyone, systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { forgetReports, hasReportsToForget } from './forget-reports'

afterAll(closeDatabase)

const system = systemActor('schedule')
const refusal = (code: string) => ({ ok: false, error: { code } })
const late = () => makeCase({ confirmed: false, change: { confirmBy: processNow() } })

test('forgets reports that nobody confirmed in time, and no other', async () => {
  const [gone, waiting, open] = [await late(), await makeCase({ confirmed: false }), await makeCase()]
  expect(await hasReportsToForget(database())).toBe(true)
  expect(await forgetReports(system, {})).toEqual({ ok: true, value: { forgotten: 1 } })
  const ids = [gone.id, waiting.id, open.id]
  const left = await database().select().from(confusionCases).where(inArray(confusionCases.id, ids))
  expect(left.map(({ id }) => id).sort()).toEqual([waiting.id, open.id].sort())
  expect(await hasReportsToForget(database())).toBe(false)
})

test('refuses the role', async () => {
  await late()
  const officer = await makePerson({ roles: ['programme-officer'] })
  expect(await forgetReports(officer, {})).toMatchObject(refusal('access.denied'))
})

test('refuses the stranger', async () => {
  expect(await forgetReports(anyone, {})).toMatchObject(refusal('access.signed-out'))
})

test('refuses the moment: nothing is to be forgotten, of several workers too', async () => {
  await late()
  const answers = await Promise.all(Array.from({ length: 4 }, () => forgetReports(system, {})))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await forgetReports(system, {})).toMatchObject(refusal('thing.not-found'))
})
