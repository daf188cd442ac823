import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeChair, makeDecision, makeOfficer, makeSubmittedReviews } from '@/db/factories/reviews'
import { decisions, reconsiderations } from '@/db/schema/reviews'
import { mailOutbox } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { requestReconsideration } from './request-reconsideration'
import { askUntil } from './rules'

afterAll(closeDatabase)

const grounds = 'The panel read the second budget as the first: the figures on page four are per year.'
const refusal = (code: string) => ({ ok: false, error: { code } })

async function refusedApplication({ released = true }: { released?: boolean } = {}) {
  const application = await makeSubmittedApplication()
  await makeSubmittedReviews(application, Array(3).fill([2, 2, 2]))
  const [proposedBy, approvedBy] = [await makeChair(), await makeOfficer()]
  await makeDecision(application, { outcome: 'not-qualified', proposedBy, approvedBy, released })
  return { application, proposedBy, approvedBy, input: { applicationId: application.id, grounds } }
}

async function lettersAbout(applicationId: string) {
  const rows = await database()
    .select()
    .from(mailOutbox)
    .where(eq(mailOutbox.template, 'reconsideration-requested'))
  return rows.filter(({ effect }) => effect?.includes(applicationId)).map(({ to }) => to)
}

describe('asking for a reconsideration (R6.7)', () => {
  test('keeps the grounds, once, and tells the owners and who may decide, but not who decided before', async () => {
    const { application, proposedBy, approvedBy, input } = await refusedApplication()
    const other = await makeOfficer()
    expect(await requestReconsideration(application.person, input)).toMatchObject({ ok: true })
    const [row] = await database()
      .select()
      .from(reconsiderations)
      .where(eq(reconsiderations.applicationId, application.id))
    expect(row).toMatchObject({ grounds, before: 'not-qualified', outcome: null, decidedAt: null })
    const told = await lettersAbout(application.id)
    expect(told).toEqual(expect.arrayContaining([application.person.email, other.email]))
    for (const { email } of [proposedBy, approvedBy]) expect(told).not.toContain(email)
    expect(await requestReconsideration(application.person, input)).toMatchObject(
      refusal('reconsideration.asked'),
    )
  })

  test('wants reasons', async () => {
    const { application, input } = await refusedApplication()
    expect(
      await requestReconsideration(application.person, { ...input, grounds: ' Unfair. ' }),
    ).toMatchObject({
      error: { code: 'input.invalid', fields: { grounds: expect.any(String) } },
    })
  })

  test('refuses the role: an editor does not ask', async () => {
    const { application, input } = await refusedApplication()
    const editor = await makePerson({
      member: { organisationId: application.organisation.id, roles: ['editor'] },
    })
    expect(await requestReconsideration(editor, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    const { input } = await refusedApplication()
    expect(await requestReconsideration((await makeApplicant()).person, input)).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: not released, qualified, and from the tenth day on', async () => {
    const unreleased = await refusedApplication({ released: false })
    const early = await requestReconsideration(unreleased.application.person, unreleased.input)
    expect(early).toMatchObject(refusal('reconsideration.nothing'))

    const good = await makeSubmittedApplication()
    await makeDecision(good, { released: true })
    expect(await requestReconsideration(good.person, { applicationId: good.id, grounds })).toMatchObject(
      refusal('reconsideration.nothing'),
    )

    const late = await refusedApplication()
    const [decision] = await database()
      .select()
      .from(decisions)
      .where(eq(decisions.applicationId, late.application.id))
    await passTo(askUntil(decision!.releasedAt!))
    expect(await requestReconsideration(late.application.person, late.input)).toMatchObject(
      refusal('reconsideration.too-late'),
    )
  })
})
