import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { confusionCases } from '@/db/schema/cases'
import { mailOutbox } from '@/db/schema/system'
import { anyone } from '@/lib/access/actor'
import { publicCaseCounts } from './public-queries'
import { casesForOfficers } from './queries'
import { reportConfusion } from './report-confusion'

afterAll(closeDatabase)

const report = {
  label: 'EU.org',
  capacity: 'government',
  organisation: 'Example Union (fictional)',
  name: 'Mina Ministry',
  email: 'Mina@union.example',
  url: 'https://eu.org/passports',
  report: 'The page offers passports under our coat of arms, as if it were ours.',
}
const kept = () => database().select().from(confusionCases)
const lettersTo = (email: string) => database().select().from(mailOutbox).where(eq(mailOutbox.to, email))

describe('case.report', () => {
  test('keeps the report and asks to confirm the address; nobody hears of it before', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await reportConfusion(anyone, report)).toEqual({ ok: true, value: {} })
    expect(await kept()).toMatchObject([
      { label: 'eu', state: 'unconfirmed', number: null, reporterEmail: 'mina@union.example' },
    ])
    const [letter] = await lettersTo('mina@union.example')
    expect(letter).toMatchObject({ template: 'case-confirm' })
    expect(letter!.text, 'nothing that a stranger typed').not.toMatch(/passports|Mina Ministry|Example Union/)
    expect(await lettersTo(officer.email)).toEqual([])
    expect(await publicCaseCounts()).toEqual([])
    expect(await casesForOfficers(officer, undefined)).toEqual([])
  })

  test('what fills in the hidden field gets the same answer, and nothing is kept', async () => {
    const before = (await kept()).length
    const robot = { ...report, email: 'robot@spam.example', trap: 'https://spam.example' }
    expect(await reportConfusion(anyone, robot)).toEqual({ ok: true, value: {} })
    expect(await kept()).toHaveLength(before)
    expect(await lettersTo('robot@spam.example')).toEqual([])
  })

  test.each([
    [{ label: 'q7' }, 'label'],
    [{ label: 'e' }, 'label'],
    [{ label: 'é' }, 'label'],
    [{ capacity: 'company' }, 'capacity'],
    [{ organisation: '' }, 'organisation'],
    [{ name: '' }, 'name'],
    [{ email: 'mina@' }, 'email'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ url: 'eu.org' }, 'url'],
    [{ report: 'Short.' }, 'report'],
  ])('refuses %j', async (change, field) => {
    expect(await reportConfusion(anyone, { ...report, ...change })).toMatchObject({
      error: { code: 'input.invalid', fields: { [field]: expect.stringMatching(/\.$/) } },
    })
  })

  test('refuses no role and no stranger: anyone may report, at any moment', async () => {
    expect(await reportConfusion(await makePerson({ assurance: 1 }), report)).toMatchObject({ ok: true })
  })
})
