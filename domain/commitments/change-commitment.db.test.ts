import { asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { buildOuts, commitmentRevisions, commitments } from '@/db/schema/build-out'
import { mailOutbox } from '@/db/schema/system'
import { changeCommitment } from './change-commitment'

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

describe('proposing another wording', () => {
  test('keeps the plan’s beside it, with the reason, and writes to the owner', async () => {
    const made = await makeBuildOut({ terms: 'proposed' })
    const before = await commitmentOf(made.commitmentId)
    expect(await changeCommitment(await makeOfficer(), change(made.commitmentId))).toMatchObject({ ok: true })
    const [planned, edited] = await revisionsOf(made.commitmentId)
    expect(planned).toMatchObject({ origin: 'plan', milestone: before.milestone, dueOn: before.dueOn })
    expect(edited).toMatchObject({ origin: 'edit', reason, dueAt: new Date('2031-04-01T04:00:00Z') })
    expect(await commitmentOf(made.commitmentId)).toMatchObject({ revision: 2, dueOn: '2031-03-31' })
    expect((await buildOutOf(made.awardId)).version).toBe(2)
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, made.person.email))
    expect(letters.at(-1)!.text).toContain(reason)
  })

  test('refuses the role and the stranger', async () => {
    const made = await makeBuildOut({ terms: 'proposed' })
    const input = change(made.commitmentId)
    expect(await changeCommitment(made.person, input)).toMatchObject(refusal('access.denied'))
    expect(await changeCommitment(await makeOfficer(), change('com_none'))).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: once they are settled; and a day that is none', async () => {
    const made = await makeBuildOut()
    const officer = await makeOfficer()
    expect(await changeCommitment(officer, change(made.commitmentId))).toMatchObject(
      refusal('build-out.settled'),
    )
    const odd = { ...change(made.commitmentId), dueOn: '2031-02-30' }
    expect(await changeCommitment(officer, odd)).toMatchObject({
      error: { fields: { dueOn: 'Choose a day that is in the calendar.' } },
    })
  })
})
