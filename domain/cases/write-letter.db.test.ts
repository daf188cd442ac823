import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeCase } from '@/db/factories/cases'
import { makePerson } from '@/db/factories/people'
import { confusionCases } from '@/db/schema/cases'
import { mailOutbox } from '@/db/schema/system'
import { addBusinessDays } from '@/lib/time/business-days'
import { ownCase } from './own-queries'
import { caseOfReporter } from './public-queries'
import { caseForOfficers } from './queries'
import { ANSWER_BUSINESS_DAYS, CASE_ZONE } from './rules'
import { writeLetter } from './write-letter'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const text = 'Please tell us who runs this page and since when.'
const row = async (id: string) =>
  (await database().select().from(confusionCases).where(eq(confusionCases.id, id)))[0]!
const lettersTo = (email: string) => database().select().from(mailOutbox).where(eq(mailOutbox.to, email))

describe('case.write', () => {
  test('hears the registrant: what is reported, until when to answer, and never who wrote the report', async () => {
    const { id, award, reporterEmail } = await makeCase()
    const owner = award!.person
    expect(await ownCase(owner, { caseId: id }), 'nothing before it is heard').toBeUndefined()
    const one = await officer()
    expect(await writeLetter(one, { caseId: id, to: 'registrant', text })).toMatchObject({ ok: true })
    const file = await row(id)
    expect(file).toMatchObject({ awardId: award!.awardId, answeredAt: null })
    expect(file.answerBy).toEqual(addBusinessDays(file.heardAt!, ANSWER_BUSINESS_DAYS, CASE_ZONE))
    const [letter] = (await lettersTo(award!.person.email)).filter(
      ({ template }) => template === 'case-letter',
    )
    expect(letter!.text).toContain(`/portal/cases/${id}`)
    expect(letter!.text).toMatch(/coat of arms/)
    expect(letter!.text).not.toMatch(new RegExp(`Mina|${reporterEmail}`))
    const seen = await ownCase(owner, { caseId: id })
    expect(seen).toMatchObject({ entries: [{ kind: 'letter', text }] })
    expect(JSON.stringify(seen)).not.toMatch(/Mina|gov\.example/)
    expect((await caseForOfficers(one, { caseId: id }))?.correspondence).toMatchObject([
      { writer: one.name, text },
    ])
    await writeLetter(one, { caseId: id, to: 'registrant', text })
    expect((await row(id)).answerBy, 'a second letter gives no more time').toEqual(file.answerBy)
  })

  test('writes to the reporter, of which the registrant reads nothing', async () => {
    const { id, key, award, reporterEmail } = await makeCase()
    await writeLetter(await officer(), { caseId: id, to: 'registrant', text })
    await writeLetter(await officer(), {
      caseId: id,
      to: 'reporter',
      text: 'Thank you, Mina: one more question.',
    })
    expect((await lettersTo(reporterEmail)).map(({ template }) => template)).toEqual(['case-letter'])
    expect((await caseOfReporter(key))?.entries).toHaveLength(1)
    expect(JSON.stringify(await ownCase(award!.person, { caseId: id }))).not.toContain('Mina')
  })

  test('refuses the role', async () => {
    const { id } = await makeCase()
    const auditor = await makePerson({ roles: ['auditor'] })
    expect(await writeLetter(auditor, { caseId: id, to: 'reporter', text })).toMatchObject(
      refusal('access.denied'),
    )
  })

  test('refuses the stranger: a report that is not confirmed, a name without a registrant', async () => {
    const hidden = await makeCase({ confirmed: false })
    expect(await writeLetter(await officer(), { caseId: hidden.id, to: 'reporter', text })).toMatchObject(
      refusal('thing.not-found'),
    )
    const free = await makeCase({ award: 'none' })
    expect(await writeLetter(await officer(), { caseId: free.id, to: 'registrant', text })).toMatchObject(
      refusal('case.no-registrant'),
    )
  })

  test('refuses the moment: a case that is decided', async () => {
    const decided = { finding: 'not-established', action: 'none', findingReason: 'Trial' } as const
    const { id } = await makeCase({ change: { state: 'decided', decidedAt: new Date(0), ...decided } })
    expect(await writeLetter(await officer(), { caseId: id, to: 'reporter', text })).toMatchObject(
      refusal('case.decided'),
    )
  })
})
