import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePlansToRead } from '@/db/factories/assignments'
import { planFields } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { tagPlan } from './tag-plan'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

test('a plan has at most three fields, given by the panel while it is under review', async () => {
  const { chair, health, nurse } = await makePlansToRead()
  const tag = (fields: string[]) => ({ applicationId: health.id, fields })
  expect(await tagPlan(chair, tag(['arts', 'health', 'media', 'rights']))).toMatchObject(
    refusal('input.invalid'),
  )
  expect(await tagPlan(nurse, tag(['arts']))).toMatchObject(refusal('access.denied'))
  expect(await tagPlan(chair, { applicationId: 'app_none', fields: [] })).toMatchObject(
    refusal('thing.not-found'),
  )
  expect(await tagPlan(chair, tag(['arts', 'health']))).toMatchObject({ ok: true })
  const rows = await database().select().from(planFields).where(eq(planFields.applicationId, health.id))
  expect(rows.map(({ field }) => field).sort()).toEqual(['arts', 'health'])
  await database().update(rounds).set({ state: 'qualified' }).where(eq(rounds.id, health.roundId))
  expect(await tagPlan(chair, tag([]))).toMatchObject(refusal('round.wrong-state'))
})
