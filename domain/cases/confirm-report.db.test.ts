import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeCase } from '@/db/factories/cases'
import { makePerson } from '@/db/factories/people'
import { confusionCases } from '@/db/schema/cases'
import { mailOutbox } from '@/db/schema/system'
import { anyone } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newToken } from '@/lib/secrets'
import { addBusinessDays } from '@/lib/time/business-days'
import { confirmReport } from './confirm-report'
import { caseOfReporter, publicCaseCounts } from './public-queries'
import { CASE_BUSINESS_DAYS, CASE_ZONE } from './rules'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const row = async (id: string) =>
  (await database().select().from(confusionCases).where(eq(confusionCases.id, id)))[0]!

describe('case.confirm', () => {
  test('gives the report its number and its deadline, and tells the reporter and the officers', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    const { id, token, key, reporterEmail } = await makeCase({ confirmed: false })
    expect(await caseOfReporter(key)).toBeUndefined()
    expect(await confirmReport(anyone, { token })).toEqual({ ok: true, value: { key } })
    const file = await row(id)
    expect(file.number).toMatch(/^CC-\d{4}-\d{4}$/)
    expect(file.dueAt).toEqual(addBusinessDays(file.confirmedAt!, CASE_BUSINESS_DAYS, CASE_ZONE))
    expect(await caseOfReporter(key)).toMatchObject({ number: file.number, state: 'open' })
    const letters = await database().select().from(mailOutbox)
    expect(letters.find(({ to }) => to === reporterEmail)?.text).toContain(key)
    const told = letters.filter(({ to }) => to === officer.email)
    expect(told.map(({ template }) => template)).toEqual(['case-officer'])
    expect(told[0]!.text, 'the content stays in the portal').not.toMatch(/passports|Ministry/)
  })

  test('numbers of a year follow one another, of two at the same moment too', async () => {
    const made = await Promise.all([makeCase({ confirmed: false }), makeCase({ confirmed: false })])
    await Promise.all(made.map(({ token }) => confirmReport(anyone, { token })))
    const numbers = (await Promise.all(made.map(({ id }) => row(id)))).map(({ number }) =>
      Number(number!.slice(8)),
    )
    expect(Math.abs(numbers[0]! - numbers[1]!)).toBe(1)
  })

  test('what is public counts the cases of a name, and no more', async () => {
    const { label, token } = await makeCase({ confirmed: false })
    await confirmReport(anyone, { token })
    expect((await publicCaseCounts()).find((counts) => counts.label === label)).toEqual({
      label,
      open: 1,
      confusing: 0,
      notConfusing: 0,
      notEstablished: 0,
    })
  })

  test('refuses no role: the link is the permission', async () => {
    const { token } = await makeCase({ confirmed: false })
    expect(await confirmReport(await makePerson(), { token })).toMatchObject({ ok: true })
  })

  test('refuses the stranger: without the link there is nothing', async () => {
    expect(await confirmReport(anyone, { token: newToken() })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: used before, or too late', async () => {
    const { token } = await makeCase({ confirmed: false })
    const answers = await Promise.all([confirmReport(anyone, { token }), confirmReport(anyone, { token })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await confirmReport(anyone, { token })).toMatchObject(refusal('token.invalid'))
    const late = await makeCase({ confirmed: false, change: { confirmBy: processNow() } })
    expect(await confirmReport(anyone, { token: late.token })).toMatchObject(refusal('token.invalid'))
  })
})
