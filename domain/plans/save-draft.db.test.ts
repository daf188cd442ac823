import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { planDrafts } from '@/db/schema/applications'
import { saveDraft } from './save-draft'

afterAll(closeDatabase)

const purpose = (text: string) => ({ purpose: text, benefit: '', audience: '' })

async function stored(applicationId: string, section = 'purpose') {
  const [row] = await database()
    .select()
    .from(planDrafts)
    .where(and(eq(planDrafts.applicationId, applicationId), eq(planDrafts.section, section)))
  return row
}

describe('application.save-draft', () => {
  test('saves a section as it stands, version by version', async () => {
    const { id: applicationId, person } = await makeApplication()
    const save = (version: number, text: string) =>
      saveDraft(person, { applicationId, section: 'purpose', version, content: purpose(text) })
    expect(await save(0, 'One')).toMatchObject({ ok: true, value: { version: 1, problems: {} } })
    expect(await save(1, 'One two')).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await stored(applicationId)).toMatchObject({ version: 2, content: purpose('One two') })
  })

  test('refuses a stale save and keeps the stored text', async () => {
    const made = await makeApplication()
    const colleague = await makePerson({
      name: 'Jon P.',
      member: { organisationId: made.organisation.id, roles: ['editor'] },
    })
    const save = (who: typeof colleague, version: number, text: string) =>
      saveDraft(who, { applicationId: made.id, section: 'purpose', version, content: purpose(text) })
    await save(colleague, 0, 'What Jon wrote')
    const refused = await save(made.person, 0, 'What I wrote')
    expect(refused).toMatchObject({
      error: { code: 'draft.stale', status: 409, details: { version: 1, by: 'Jon P.' } },
    })
    expect(await stored(made.id)).toMatchObject({ content: purpose('What Jon wrote') })
    expect(await save(made.person, 1, 'Both texts')).toMatchObject({ ok: true, value: { version: 2 } })
  })

  test('lets one of two saves through that start from the same version at once', async () => {
    const { id: applicationId, person } = await makeApplication()
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((text) =>
        saveDraft(person, { applicationId, section: 'purpose', version: 0, content: purpose(text) }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await stored(applicationId))?.version).toBe(1)
  })

  test('takes the same text twice as one save, whatever version it started from', async () => {
    const { id: applicationId, person } = await makeApplication()
    const input = { applicationId, section: 'purpose', version: 0, content: purpose('Same') }
    await saveDraft(person, input)
    expect(await saveDraft(person, input)).toMatchObject({ ok: true, value: { version: 1 } })
  })

  test('saves what is declared complete and is not, and says what is missing', async () => {
    const { id: applicationId, person } = await makeApplication()
    const answer = await saveDraft(person, {
      applicationId,
      section: 'marketing',
      version: 0,
      completed: true,
      content: { strategy: 'word '.repeat(601), budget: [{ what: 'Posters', channel: '', amount: '1.250' }] },
    })
    expect(answer).toMatchObject({ ok: true, value: { completed: true } })
    const problems = answer.ok ? answer.value.problems : {}
    expect(Object.keys(problems).sort()).toEqual(['budget.0.amount', 'budget.0.channel', 'strategy'])
    expect(problems.strategy).toContain('at most 600 words; this has 601')
    expect(await stored(applicationId, 'marketing')).toMatchObject({ completed: true })
  })

  test('refuses too much text with a sentence, and drops answers nobody asked for', async () => {
    const { id: applicationId, person } = await makeApplication()
    const long = await saveDraft(person, {
      applicationId,
      section: 'purpose',
      version: 0,
      content: purpose('x'.repeat(20_001)),
    })
    expect(long).toMatchObject({ error: { code: 'input.invalid', status: 422 } })
    await saveDraft(person, {
      applicationId,
      section: 'purpose',
      version: 0,
      content: { ...purpose('Mine'), intruder: 'x' },
    })
    expect((await stored(applicationId))?.content).toEqual(purpose('Mine'))
  })

  test('refuses the role: a bidder writes no plan', async () => {
    const { id: applicationId, organisation } = await makeApplication()
    const bidder = await makePerson({ member: { organisationId: organisation.id, roles: ['bidder'] } })
    const answer = await saveDraft(bidder, { applicationId, section: 'purpose', version: 0, content: {} })
    expect(answer).toMatchObject({ error: { code: 'access.denied', status: 404 } })
  })

  test('refuses the stranger as if there were nothing', async () => {
    const { id } = await makeApplication()
    const { person } = await makeApplicant()
    const save = (applicationId: string) =>
      saveDraft(person, { applicationId, section: 'purpose', version: 0, content: {} })
    expect(await save(id)).toEqual(await save('app_00000000000000000000000000'))
    expect(await save(id)).toMatchObject({ error: { code: 'thing.not-found', status: 404 } })
  })

  test('refuses the moment: after the close, and once withdrawn', async () => {
    const closed = (await makeRound({ state: 'review' })).lots[0]!
    const late = await makeApplication({ lotId: closed.id })
    const withdrawn = await makeApplication({ state: 'withdrawn' })
    const save = ({ id, person }: typeof late) =>
      saveDraft(person, { applicationId: id, section: 'purpose', version: 0, content: purpose('Late') })
    expect(await save(late)).toMatchObject({ error: { code: 'application.closed', status: 409 } })
    expect(await save(withdrawn)).toMatchObject({ error: { code: 'application.wrong-state' } })
  })
})
