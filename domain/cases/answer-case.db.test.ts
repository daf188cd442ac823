import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut, passOn } from '@/db/factories/build-out'
import { makeCase } from '@/db/factories/cases'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { confusionCases } from '@/db/schema/cases'
import { mailOutbox } from '@/db/schema/system'
import { anyone } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { answerCase } from './answer-case'
import { casesToAnswer, ownCase } from './own-queries'
import { MOST_REPLIES_A_DAY } from './rules'
import { writeLetter } from './write-letter'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const text = 'The page is taken down since this morning.'
const question = 'What do you say to this report?'
const fileOf = async (id: string) =>
  (await database().select().from(confusionCases).where(eq(confusionCases.id, id)))[0]!

async function heard() {
  const [one, made] = [await officer(), await makeCase()]
  await writeLetter(one, { caseId: made.id, to: 'registrant', text: question })
  return { ...made, one, owner: made.award!.person, input: { caseId: made.id, text } }
}

describe('case.answer', () => {
  test('the registrant answers signed in, once for the record, and officers hear that it did', async () => {
    const { id, one, owner, input } = await heard()
    expect((await casesToAnswer(owner, undefined))?.map((each) => each.id)).toEqual([id])
    expect(await answerCase(owner, input)).toMatchObject({ ok: true })
    const first = (await fileOf(id)).answeredAt
    expect(first).not.toBeNull()
    await answerCase(owner, { ...input, text: 'And it stays down.' })
    expect((await fileOf(id)).answeredAt).toEqual(first)
    expect((await ownCase(owner, { caseId: id }))?.entries.map(({ kind }) => kind)).toEqual([
      'letter',
      'reply',
      'reply',
    ])
    expect(await casesToAnswer(owner, undefined)).toEqual([])
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, one.email))
    expect(letters.filter(({ subject }) => subject.endsWith('the registrant wrote'))).toHaveLength(2)
    expect(letters.map((letter) => letter.text).join()).not.toContain(text)
  })

  test('refuses the role: nobody signed in, and who only bids', async () => {
    const { award, input } = await heard()
    const bidder = await makePerson({ member: { organisationId: award!.organisation.id, roles: ['bidder'] } })
    expect(await answerCase(anyone, input)).toMatchObject(refusal('access.signed-out'))
    expect(await answerCase(bidder, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: another organisation, and a case that did not hear it yet', async () => {
    const { input } = await heard()
    expect(await answerCase((await makeApplicant()).person, input)).toMatchObject(refusal('thing.not-found'))
    const unheard = await makeCase()
    expect(await answerCase(unheard.award!.person, { caseId: unheard.id, text })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the former registrant once the name has passed on; the next one is heard anew', async () => {
    const { made, buyer, caseId } = await passedOn()
    expect(await answerCase(made.person, { caseId, text })).toMatchObject(refusal('thing.not-found'))
    expect(await ownCase(made.person, { caseId })).toBeUndefined()
    expect(await casesToAnswer(made.person, undefined)).toEqual([])
    expect(await answerCase(buyer.person, { caseId, text })).toMatchObject(refusal('thing.not-found'))
    await writeLetter(await officer(), { caseId, to: 'registrant', text: 'And what do you say to it?' })
    expect(await answerCase(buyer.person, { caseId, text })).toMatchObject({ ok: true })
    const seen = await ownCase(buyer.person, { caseId })
    expect(seen?.entries, 'nothing of what the former wrote and read').toHaveLength(2)
  })

  test('refuses the moment: a decided case, and more than a day’s share', async () => {
    const { id, owner, input } = await heard()
    for (let sent = 0; sent < MOST_REPLIES_A_DAY; sent++)
      expect(await answerCase(owner, input)).toMatchObject({ ok: true })
    expect(await answerCase(owner, input)).toMatchObject(refusal('request.too-many'))
    const decided = { finding: 'not-established', action: 'none', findingReason: 'Trial' } as const
    await database()
      .update(confusionCases)
      .set({ state: 'decided', decidedAt: processNow(), ...decided })
      .where(eq(confusionCases.id, id))
    expect(await answerCase(owner, input)).toMatchObject(refusal('case.decided'))
  })
})

/** A name that passed on to a buyer while a case heard its former registrant, who answered. */
async function passedOn() {
  const made = await makeBuildOut()
  const { id: caseId } = await makeCase({ award: made })
  await writeLetter(await officer(), { caseId, to: 'registrant', text: question })
  expect(await answerCase(made.person, { caseId, text })).toMatchObject({ ok: true })
  const buyer = await makeApplicant()
  await database().transaction((tx) =>
    passOn(tx, { awardId: made.awardId, from: made.organisation.id, to: buyer.organisation.id }),
  )
  return { made, buyer, caseId }
}
