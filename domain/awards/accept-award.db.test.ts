import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { mailedToken } from '@/db/factories/accounts'
import { makeRegistrar } from '@/db/factories/applications'
import { makeAward } from '@/db/factories/awards'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { registrars } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import { invoices } from '@/db/schema/settlement'
import { mailOutbox } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { nameAnotherRegistrar } from '@/domain/allocations/name-registrar'
import { answerSponsorship } from '@/domain/sponsorships/answer-sponsorship'
import { anyone, systemActor } from '@/lib/access/actor'
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
    expect(text, 'in the zone of the round, and in UTC').toMatch(
      /Pay it in full before .+, \d\d:\d\d E[DS]T \(.*\d\d:\d\d UTC\)/,
    )
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

  test('R4.2 not while its registrar is not accredited; another that confirms makes it possible', async () => {
    const { awardId, person, registrarIanaId } = await makeAward()
    const lost = eq(registrars.ianaId, registrarIanaId)
    await database().update(registrars).set({ status: 'Terminated' }).where(lost)
    expect(await acceptAward(person, yes(awardId))).toMatchObject({
      error: { code: 'registrar.not-accredited' },
    })
    expect((await awardOf(awardId)).state).toBe('offered')
    const contactEmail = `names-${awardId.slice(-8)}@other.example`
    const { ianaId } = await makeRegistrar({ contactEmail })
    expect(await nameAnotherRegistrar(person, { awardId, registrarIanaId: ianaId })).toMatchObject({
      ok: true,
    })
    const link = { token: await mailedToken(contactEmail), answer: 'confirm', name: 'Sam Sponsor' }
    expect(await answerSponsorship(anyone, link)).toMatchObject({ ok: true })
    expect(await acceptAward(person, yes(awardId))).toMatchObject({ ok: true })
  })

  test('R16.4 asks for a code of the last minutes', async () => {
    const { awardId, person } = await makeAward()
    expect(await acceptAward({ ...person, freshFactor: false }, yes(awardId))).toMatchObject({
      error: { code: 'access.confirm-again', status: 403 },
    })
    expect((await awardOf(awardId)).state).toBe('offered')
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

  test('R10.1 whoever waits for the award when its deadline passes is too late, whatever asked first', async () => {
    for (const first of ['accept', 'lapse'] as const) {
      const { awardId, person } = await makeAward()
      const { acceptBy } = await awardOf(awardId)
      const ask = {
        accept: () => acceptAward(person, yes(awardId)),
        lapse: () => lapseAward(systemActor('advance-awards'), { awardId }),
      }
      const both = await whileLocked(awardId, async (waiting) => {
        const one = ask[first]()
        await waiting(1)
        const other = ask[first === 'accept' ? 'lapse' : 'accept']()
        await waiting(2)
        await passTo(acceptBy)
        return [one, other]
      })
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: expect.stringMatching(/^award\./) } })
      const award = await awardOf(awardId)
      expect(award.state).toBe('defaulted')
      expect(award.endedAt! >= acceptBy).toBe(true)
    }
  })

  test('R10.1 of two answers at the same moment one counts, and one invoice is issued', async () => {
    const { awardId, person } = await makeAward()
    const both = await whileLocked(awardId, async (waiting) => {
      const asked = [acceptAward(person, yes(awardId)), acceptAward(person, yes(awardId))]
      await waiting(2)
      return asked
    })
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const issued = await database().select().from(invoices).where(eq(invoices.awardId, awardId))
    expect(issued).toHaveLength(1)
  })
})

/**
 * Holds the award in a connection of its own while others ask for it; `waiting` resolves once so many connections of the
 * database wait for a lock. What they asked for is answered when the award is let go.
 */
async function whileLocked<R>(
  awardId: string,
  run: (waiting: (connections: number) => Promise<void>) => Promise<Promise<R>[]>,
): Promise<R[]> {
  const waiting = (connections: number) =>
    vi.waitFor(async () => {
      const [row] = await database().execute<{ waits: number }>(sql`
        select count(distinct l.pid)::int as waits from pg_locks l join pg_stat_activity a using (pid)
        where a.datname = current_database() and not l.granted`)
      expect(row!.waits).toBe(connections)
    })
  const asked = await database().transaction(async (tx) => {
    await tx.select().from(awards).where(eq(awards.id, awardId)).for('update')
    return { answers: await run(waiting) }
  })
  return Promise.all(asked.answers)
}
