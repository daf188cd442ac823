import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeCase } from '@/db/factories/cases'
import { makePerson } from '@/db/factories/people'
import { confusionCases } from '@/db/schema/cases'
import { mailOutbox } from '@/db/schema/system'
import { anyone } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { answerCase } from './answer-case'
import { decideCase } from './decide-case'
import { ownCase } from './own-queries'
import { caseOfReporter, publicCaseCounts } from './public-queries'
import { replyByLink } from './reply-by-link'
import { writeLetter } from './write-letter'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const confusing = (caseId: string) => ({
  caseId,
  finding: 'confusing',
  action: 'assurances',
  reason: 'The page bears the coat of arms of the ministry without its leave.',
})
const hear = async (caseId: string) =>
  writeLetter(await officer(), { caseId, to: 'registrant', text: 'What do you say to this report?' })

describe('case.decide', () => {
  test('two officers find, both sides are told, and the name counts it', async () => {
    const { id, key, label, award, reporterEmail } = await makeCase()
    await hear(id)
    await answerCase(award!.person, { caseId: id, text: 'It is a museum’s page.' })
    const asked = await decideCase(await officer(), confusing(id))
    expect(await caseOfReporter(key)).toMatchObject({ state: 'open', finding: null })
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    for (const told of [await caseOfReporter(key), await ownCase(award!.person, { caseId: id })])
      expect(told).toMatchObject({
        state: 'decided',
        finding: 'confusing',
        action: 'assurances',
      })
    for (const to of [reporterEmail, award!.person.email]) {
      const found = and(eq(mailOutbox.to, to), eq(mailOutbox.template, 'case-finding'))
      expect(await database().select().from(mailOutbox).where(found)).toHaveLength(1)
    }
    expect((await publicCaseCounts()).find((counts) => counts.label === label)).toMatchObject({
      open: 0,
      confusing: 1,
    })
  })

  test('a request is void once a side has written since', async () => {
    const { id, key } = await makeCase()
    const asked = await decideCase(await officer(), {
      ...confusing(id),
      finding: 'not-established',
      action: 'none',
    })
    await replyByLink(anyone, { key, text: 'Here is another page.' })
    expect(await approve(asked, await officer())).toMatchObject(refusal('approval.changed'))
  })

  test('something follows only where the use is confusing', async () => {
    const { id } = await makeCase()
    expect(await decideCase(await officer(), { ...confusing(id), finding: 'not-confusing' })).toMatchObject({
      error: { code: 'input.invalid', fields: { action: expect.any(String) } },
    })
    const wrong = { finding: 'not-confusing', action: 'referral', findingReason: 'Trial' } as const
    const forced = database()
      .update(confusionCases)
      .set({ ...wrong, state: 'decided', decidedAt: processNow() })
      .where(eq(confusionCases.id, id))
    await expect(forced).rejects.toMatchObject({
      cause: { constraint_name: 'confusion_cases_action_needs_finding' },
    })
  })

  test('refuses the role', async () => {
    const { id } = await makeCase()
    expect(await decideCase(await makePerson({ roles: ['auditor'] }), confusing(id))).toMatchObject(
      refusal('access.denied'),
    )
    const one = await officer()
    const asked = await decideCase(one, { ...confusing(id), finding: 'not-confusing', action: 'none' })
    expect(await approve(asked, one)).toMatchObject(refusal('approval.own'))
  })

  test('refuses the stranger', async () => {
    expect(await decideCase(anyone, confusing('cas_none'))).toMatchObject(refusal('access.signed-out'))
    const hidden = await makeCase({ confirmed: false })
    expect(await decideCase(await officer(), confusing(hidden.id))).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: before the registrant was heard, and once it is decided', async () => {
    const { id } = await makeCase()
    expect(await decideCase(await officer(), confusing(id))).toMatchObject(refusal('case.not-heard'))
    await hear(id)
    expect(await decideCase(await officer(), confusing(id))).toMatchObject(refusal('case.not-heard'))
    await database().update(confusionCases).set({ answerBy: processNow() }).where(eq(confusionCases.id, id))
    const [one, other] = [await decideCase(await officer(), confusing(id)), await officer()]
    expect(await approve(one, other)).toMatchObject({ ok: true })
    expect(await decideCase(await officer(), confusing(id))).toMatchObject(refusal('case.decided'))
    const free = await makeCase({ award: 'none' })
    expect(
      await decideCase(await officer(), confusing(free.id)),
      'nobody is there to be heard',
    ).toMatchObject({
      ok: true,
    })
  })
})
