import { asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeBuildOut } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { buildOuts, commitmentRevisions, commitments } from '@/db/schema/build-out'
import { changeCommitment } from './change-commitment'
import { fixTerms } from './fix-terms'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'The plan leaves open which pages are meant.'
const change = (commitmentId: string) => ({
  commitmentId,
  milestone: 'The site answers in four languages',
  proof: 'Each language under its own address',
  proofKinds: ['url', 'tls'],
  dueOn: '2031-03-31',
  weightBp: 5000,
  remedy: 'transfer-lock',
  reason,
})

const revisionsOf = (id: string) =>
  database()
    .select()
    .from(commitmentRevisions)
    .where(eq(commitmentRevisions.commitmentId, id))
    .orderBy(asc(commitmentRevisions.number))
const buildOutOf = async (awardId: string) =>
  (await database().select().from(buildOuts).where(eq(buildOuts.awardId, awardId)))[0]!
const commitmentOf = async (id: string) =>
  (await database().select().from(commitments).where(eq(commitments.id, id)))[0]!

describe('fixing as in the plan', () => {
  test('two officers, after the time to agree: the plan’s wording again, the proposals on record', async () => {
    const made = await makeBuildOut({ terms: 'proposed', agreeInDays: -1 })
    const before = await commitmentOf(made.commitmentId)
    await changeCommitment(await makeOfficer(), change(made.commitmentId))
    const asked = await fixTerms(await makeOfficer(), { awardId: made.awardId, reason })
    expect((await buildOutOf(made.awardId)).terms, 'nothing yet').toBe('proposed')
    expect(await approve(asked, await makeOfficer())).toMatchObject({ ok: true })
    expect((await buildOutOf(made.awardId)).terms).toBe('fixed')
    expect(await commitmentOf(made.commitmentId)).toMatchObject({
      milestone: before.milestone,
      dueAt: before.dueAt,
      revision: 3,
    })
    expect((await revisionsOf(made.commitmentId)).map(({ origin }) => origin)).toEqual([
      'plan',
      'edit',
      'fixed',
    ])
  })

  test('refuses the role, the stranger and the requester as the second', async () => {
    const made = await makeBuildOut({ terms: 'proposed', agreeInDays: -1 })
    const input = { awardId: made.awardId, reason }
    expect(await fixTerms(made.person, input)).toMatchObject(refusal('access.denied'))
    const officer = await makeOfficer()
    expect(await fixTerms(officer, { ...input, awardId: 'awd_none' })).toMatchObject(
      refusal('thing.not-found'),
    )
    expect(await approve(await fixTerms(officer, input), officer)).toMatchObject(refusal('approval.own'))
  })

  test('refuses the moment: while the owner may still agree, and after it did', async () => {
    const made = await makeBuildOut({ terms: 'proposed' })
    const input = { awardId: made.awardId, reason }
    expect(await fixTerms(await makeOfficer(), input)).toMatchObject(refusal('build-out.not-yet'))
    const agreed = await makeBuildOut()
    expect(await fixTerms(await makeOfficer(), { ...input, awardId: agreed.awardId })).toMatchObject(
      refusal('build-out.settled'),
    )
  })
})
