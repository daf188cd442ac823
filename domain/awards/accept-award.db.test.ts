import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { type MadeAward, makeAward } from '@/db/factories/awards'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { awards } from '@/db/schema/awards'
import { mailOutbox } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'
import { acceptAward } from './accept-award'
import { lapseAward } from './lapse-award'

afterAll(closeDatabase)

const awardOf = async (id: string) => (await database().select().from(awards).where(eq(awards.id, id)))[0]!
const yes = (awardId: string) => ({ awardId, confirmed: true })

describe('award.accept', () => {
  test('R10.1 the award is accepted, and a letter says until when to pay', async () => {
    const { awardId, person, label } = await makeAward()
    expect(await acceptAward(person, yes(awardId))).toMatchObject({ ok: true, value: { awardId } })
    expect(await awardOf(awardId)).toMatchObject({ state: 'accepted', acceptedAt: expect.any(Date) })
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, person.email))
    const text = letters.map((letter) => letter.text).join()
    expect(text).toContain(`You have accepted ${label}.org (`)
    expect(text).toContain('Pay it in full before')
    expect(text).toMatch(/Invoice INV-\d{4}-\d{4} is issued/)
  })

  test('R17.2 not without having confirmed the name that was read back', async () => {
    const { awardId, person } = await makeAward()
    expect(await acceptAward(person, { awardId, confirmed: false })).toMatchObject({
      error: { code: 'award.not-confirmed', fields: { confirmed: expect.any(String) } },
    })
    expect((await awardOf(awardId)).state).toBe('offered')
  })

  test('refuses the role: an editor, and an owner with a password alone', async () => {
    const { awardId, person, organisation } = await makeAward()
    const editor = await makePerson({ member: { organisationId: organisation.id, roles: ['editor'] } })
    expect(await acceptAward(editor, yes(awardId))).toMatchObject({ error: { code: 'access.denied' } })
    expect(await acceptAward({ ...person, assurance: 1 }, yes(awardId))).toMatchObject({
      error: { code: 'access.second-factor-needed' },
    })
  })

  test('refuses the stranger: the owner of another organisation', async () => {
    const { awardId } = await makeAward()
    const { person } = await makeApplicant()
    expect(await acceptAward(person, yes(awardId))).toMatchObject({ error: { code: 'thing.not-found' } })
  })

  test('refuses the moment: twice, and from the deadline on', async () => {
    const { awardId, person } = await makeAward()
    await acceptAward(person, yes(awardId))
    expect(await acceptAward(person, yes(awardId))).toMatchObject({ error: { code: 'award.wrong-state' } })
    const late = await makeAward()
    await passTo((await awardOf(late.awardId)).acceptBy)
    expect(await acceptAward(late.person, yes(late.awardId))).toMatchObject({
      error: { code: 'award.too-late' },
    })
  })

  test('R10.1 at the last instant either the answer or the deadline wins, never both', async () => {
    const made: MadeAward[] = []
    while (made.length < 8) made.push(await makeAward())
    const now = await databaseClock(database())
    const clock = systemActor('advance-awards')
    for (const [index, { awardId }] of made.entries())
      await database()
        .update(awards)
        .set({ acceptBy: new Date(now.getTime() + index * 25) })
        .where(eq(awards.id, awardId))
    const lapse = async (awardId: string): Promise<boolean> => {
      const answer = await lapseAward(clock, { awardId })
      if (answer.ok) return true
      return (await awardOf(awardId)).state === 'offered' ? lapse(awardId) : false
    }
    const raced = await Promise.all(
      made.map(async ({ awardId, person }) => {
        const [accepted, lapsed] = await Promise.all([acceptAward(person, yes(awardId)), lapse(awardId)])
        return { awardId, accepted: accepted.ok, lapsed }
      }),
    )
    for (const { awardId, accepted, lapsed } of raced) {
      const award = await awardOf(awardId)
      expect(lapsed).toBe(!accepted)
      expect(award.state).toBe(accepted ? 'accepted' : 'defaulted')
      if (accepted) expect(award.acceptedAt! < award.acceptBy).toBe(true)
      else expect(award.endedAt! >= award.acceptBy).toBe(true)
    }
  })
})
