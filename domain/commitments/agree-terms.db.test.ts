import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut } from '@/db/factories/build-out'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeOfficer } from '@/db/factories/reviews'
import { buildOuts } from '@/db/schema/build-out'
import { agreeTerms } from './agree-terms'
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

const buildOutOf = async (awardId: string) =>
  (await database().select().from(buildOuts).where(eq(buildOuts.awardId, awardId)))[0]!

describe('agreeing', () => {
  const agree = (awardId: string, version = 1) => ({ awardId, version, agreed: 'on' })

  test('settles what was shown, and is void when it changed meanwhile', async () => {
    const made = await makeBuildOut({ terms: 'proposed' })
    await changeCommitment(await makeOfficer(), change(made.commitmentId))
    expect(await agreeTerms(made.person, agree(made.awardId))).toMatchObject(refusal('thing.changed'))
    expect(await agreeTerms(made.person, agree(made.awardId, 2))).toMatchObject({ ok: true })
    expect(await buildOutOf(made.awardId)).toMatchObject({ terms: 'agreed', settledBy: made.person.userId })
  })

  test('refuses the role: an editor; and the stranger', async () => {
    const made = await makeBuildOut({ terms: 'proposed' })
    const member = { organisationId: made.organisation.id, roles: ['editor'] as const }
    for (const actor of [await makePerson({ member }), await makeOfficer()])
      expect(await agreeTerms(actor, agree(made.awardId))).toMatchObject(refusal('access.denied'))
    const { person } = await makeApplicant()
    expect(await agreeTerms(person, agree(made.awardId))).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: once they are settled, or not confirmed', async () => {
    const made = await makeBuildOut()
    expect(await agreeTerms(made.person, agree(made.awardId))).toMatchObject(refusal('build-out.settled'))
    expect(await agreeTerms(made.person, { ...agree(made.awardId), agreed: undefined })).toMatchObject({
      error: { fields: { agreed: 'Confirm that you agree.' } },
    })
  })
})
