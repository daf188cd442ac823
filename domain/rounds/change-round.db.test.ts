import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { lots, rounds } from '@/db/schema/rounds'
import { changeRound } from './change-round'
import { standardRubric } from './standard-rubric'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const rowOf = async (id: string) => (await database().select().from(rounds).where(eq(rounds.id, id)))[0]!

const timetable = {
  zone: 'Europe/Kyiv',
  applicationsOpenAt: { local: '2027-02-01T11:00' },
  questionsCloseAt: { local: '2027-02-20T11:00' },
  applicationsCloseAt: { local: '2027-03-01T11:00' },
  reviewDueAt: { local: '2027-03-20T11:00' },
  reviewResultsAt: { local: '2027-03-27T11:00' },
  depositDueAt: { local: '2027-04-03T11:00' },
  biddingOpensAt: { local: '2027-04-10T11:00' },
  biddingClosesAt: { local: '2027-04-10T17:00' },
  resultsAt: { local: '2027-04-13T11:00' },
  paymentDueAt: { local: '2027-05-11T11:00' },
}

describe('does it', () => {
  test('changes what is given and leaves the rest, one version after the other', async () => {
    const round = await makeRound()
    const first = await officer()
    const renamed = await changeRound(first, { roundId: round.id, version: 1, name: 'Digits first' })
    expect(renamed).toEqual({ ok: true, value: { roundId: round.id, version: 2 } })
    const softClose = { windowSeconds: 300, extendSeconds: 300, hardEnd: { local: '2027-04-10T20:00' } }
    expect(
      await changeRound(first, {
        roundId: round.id,
        version: 2,
        timetable,
        settings: { softClose, passLineHundredths: 6500 },
      }),
    ).toMatchObject({ ok: true })
    const row = await rowOf(round.id)
    expect(row).toMatchObject({ name: 'Digits first', zone: 'Europe/Kyiv', version: 3 })
    expect(row.biddingOpensAt.toISOString()).toBe('2027-04-10T08:00:00.000Z')
    expect(row.settings).toMatchObject({
      passLineHundredths: 6500,
      depositMultiple: 10,
      softClose: { windowSeconds: 300, hardEnd: '2027-04-10T17:00:00.000Z' },
    })
  })

  test('sets the reserve of its own lots', async () => {
    const round = await makeRound()
    const reserves = [{ lotId: round.lots[0]!.id, reserveMinor: '1234500' }]
    expect(await changeRound(await officer(), { roundId: round.id, version: 1, reserves })).toMatchObject({
      ok: true,
    })
    const [lot] = await database().select().from(lots).where(eq(lots.roundId, round.id))
    expect(lot?.reserveMinor).toBe(1234500n)
  })
})

describe('refuses the role', () => {
  test('a panel chair', async () => {
    const round = await makeRound()
    expect(
      await changeRound(await makePerson({ roles: ['panel-chair'] }), { roundId: round.id, version: 1 }),
    ).toMatchObject({ error: { code: 'access.denied' } })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, a round that does not exist, and the lot of another round', async () => {
    expect(await changeRound({ kind: 'anyone' }, { roundId: 'rnd_none', version: 1 })).toMatchObject({
      error: { status: 401 },
    })
    expect(await changeRound(await officer(), { roundId: 'rnd_none', version: 1 })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
    const [round, other] = [await makeRound(), await makeRound()]
    const reserves = [{ lotId: other.lots[0]!.id, reserveMinor: '1' }]
    expect(
      await changeRound(await officer(), {
        roundId: round.id,
        version: 1,
        name: 'Nothing half done',
        reserves,
      }),
    ).toMatchObject({ error: { code: 'thing.not-found' } })
    expect(await rowOf(round.id)).toMatchObject({ name: 'Round 1', version: 1 })
  })
})

describe('refuses the moment', () => {
  test('after approval', async () => {
    const round = await makeRound({ state: 'approved' })
    expect(
      await changeRound(await officer(), { roundId: round.id, version: 1, name: 'Too late' }),
    ).toMatchObject({ error: { code: 'round.frozen' } })
  })

  test('when somebody else saved in between', async () => {
    const round = await makeRound()
    const both = await Promise.all(
      ['One', 'Two'].map(async (name) =>
        changeRound(await officer(), { roundId: round.id, version: 1, name: `${name} of two` }),
      ),
    )
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    expect(both.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'thing.changed' } })
  })
})

describe('refuses bad input', () => {
  const rubric = (weights: number[]) =>
    standardRubric.map((criterion, index) => ({ ...criterion, weightBp: weights[index]! }))
  test.each([
    [{ rubric: rubric([4000, 3000, 2000]) }, 'rubric', 'The weights add up to 90 %, not to 100 %.'],
    [
      { rubric: standardRubric.slice(0, 2) },
      'rubric',
      'Quality, creativity and timely launch are always judged (R6.1).',
    ],
    [
      { increments: [{ fromMinor: '100', stepMinor: '1' }] },
      'increments.0.fromMinor',
      'The first row begins at 0.',
    ],
    [
      { increments: [{ fromMinor: '0', stepMinor: '1.250' }] },
      'increments.0.stepMinor',
      expect.stringContaining('two ways'),
    ],
    [{ defaultReserveMinor: 'a lot' }, 'defaultReserveMinor', expect.stringContaining('digits')],
    [{ passLineHundredths: Number.NaN }, 'passLineHundredths', 'Enter a pass line from 0 to 100.'],
    [{ depositMultiple: 0 }, 'depositMultiple', 'Enter a number from 1 to 100.'],
    [{ buildOut: [] }, 'buildOut', 'Name at least one step.'],
    [{ secret: 1 }, 'secret', 'This is not expected here.'],
  ])('%#: %j', async (settings, field, message) => {
    const round = await makeRound({ labels: 0 })
    const answer = await changeRound(await officer(), { roundId: round.id, version: 1, settings })
    expect(answer).toMatchObject({ error: { code: 'input.invalid' } })
    expect(!answer.ok && answer.error.fields).toMatchObject({ [`settings.${field}`]: message })
  })

  test('a timetable out of order, at the field', async () => {
    const round = await makeRound({ labels: 0 })
    expect(
      await changeRound(await officer(), {
        roundId: round.id,
        version: 1,
        timetable: { ...timetable, reviewDueAt: timetable.applicationsOpenAt },
      }),
    ).toMatchObject({
      error: {
        code: 'round.timetable',
        fields: {
          'timetable.reviewDueAt.local': '“Review due” must be after “Applications close”.',
        },
      },
    })
  })
})
