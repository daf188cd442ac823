import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication, makeSubmittedApplication } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import {
  makeAssignment,
  makeChair,
  makeConflict,
  makeDecision,
  makeOfficer,
  makeSubmittedReviews,
} from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { applications } from '@/db/schema/applications'
import { labels } from '@/db/schema/labels'
import { decisions } from '@/db/schema/reviews'
import { roundMoves, rounds } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { readRequest } from '@/domain/approvals/queries'
import { readAudit } from '@/domain/audit/queries'
import { saltOfScore } from '@/domain/rounds/freeze-scores'
import type { Person } from '@/lib/access/actor'
import { hashOfScores, leafOfScore } from '@/transcript/plan-scores'
import { decisionLetter } from './queries'
import { releaseDecisions } from './release-decisions'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

/** A round under review with one plan above and one below the pass line. */
async function decidedRound() {
  const round = await makeRound({ state: 'review', labels: 2 })
  const [above, below] = [
    await makeSubmittedApplication({ lotId: round.lots[0]!.id }),
    await makeSubmittedApplication({ lotId: round.lots[1]!.id }),
  ]
  const reviewers = await makeSubmittedReviews(above, Array(3).fill([4, 4, 4]))
  await makeSubmittedReviews(below, Array(3).fill([2, 2, 2]))
  await makeDecision(above)
  await makeDecision(below, { outcome: 'not-qualified', reason: 'The plan is below the pass line.' })
  return { round, above, below, reviewers, input: { roundId: round.id } }
}

async function letterTo(email: string) {
  const rows = await database().select().from(mailOutbox).where(eq(mailOutbox.to, email))
  return rows.find(({ template }) => template === 'decision')
}

async function roundRow(id: string) {
  const [row] = await database().select().from(rounds).where(eq(rounds.id, id))
  return row!
}

describe('releasing the decisions of a round (R6.7)', () => {
  test('the letter can be read again in its own words by those who work on the application alone', async () => {
    const { above, below, input } = await decidedRound()
    expect(await decisionLetter(above.person, { applicationId: above.id })).toBeUndefined()
    await approve(await releaseDecisions(await makeOfficer(), input), await makeOfficer())
    const sent = (await letterTo(above.person.email))!
    const letter = await decisionLetter(above.person, { applicationId: above.id })
    expect(letter).toMatchObject({ subject: sent.subject, text: sent.text, reference: above.reference })
    for (const stranger of [below.person, await makeOfficer(), await makePerson()])
      expect(await decisionLetter(stranger, { applicationId: above.id })).toBeUndefined()
  })

  test('releases all at once, moves the round on and freezes the scores', async () => {
    const { round, above, below, input } = await decidedRound()
    const asked = await releaseDecisions(await makeOfficer(), input)
    expect((await roundRow(round.id)).state, 'nothing yet').toBe('review')
    expect(await approve(asked, await makeOfficer())).toEqual({ ok: true, value: { roundId: round.id } })
    const row = await roundRow(round.id)
    expect(row).toMatchObject({ state: 'qualified', decisionsReleasedAt: expect.any(Date) })
    const frozen = [
      { salt: saltOfScore(above.id), lot: above.lotId, outcome: 'qualified', scoreHundredths: 8000 },
      { salt: saltOfScore(below.id), lot: below.lotId, outcome: 'not-qualified', scoreHundredths: 4000 },
    ]
    expect(row.scoresHash).toBe(hashOfScores(frozen.map(leafOfScore)))
    const released = await database().select().from(decisions).where(eq(decisions.roundId, round.id))
    for (const { releasedAt } of released) expect(releasedAt).toEqual(row.decisionsReleasedAt)
    const moves = await database().select().from(roundMoves).where(eq(roundMoves.roundId, round.id))
    expect(moves.at(-1)).toMatchObject({ from: 'review', to: 'qualified' })
    const names = await database().select().from(labels).where(eq(labels.label, above.label))
    expect(names[0]?.state, 'names stay where they are').toBe('offered')
  })

  test('tells each applicant the outcome, each criterion and the reasons, and names no reviewer', async () => {
    const { above, below, reviewers, input } = await decidedRound()
    const citations = [{ section: 'brand', quote: 'a map of every bench', occurrence: 0 }]
    await makeAssignment(above, { values: [4, 4, 4], submitted: true, citations })
    await approve(await releaseDecisions(await makeOfficer(), input), await makeOfficer())
    const good = (await letterTo(above.person.email))!
    expect(good.subject).toContain(`Qualified: your application for ${above.label}.org`)
    expect(good.text).toContain('Score of the plan: 80.00 of 100. The pass line is 60.00')
    expect(good.text).toContain('Quality (40 %): 4.00 of 5\n- 4: The plan shows it.')
    expect(good.text, 'the passage that a reviewer cited').toContain('  Your plan: “a map of every bench”')
    expect(good.text).toContain('Timely launch (30 %): 4.00 of 5')
    expect(good.text).toContain('bidding opens')
    for (const { name } of reviewers) expect(good.text).not.toContain(name)
    const bad = (await letterTo(below.person.email))!
    expect(bad.subject).toContain('Not qualified')
    expect(bad.text).toContain('The plan is below the pass line.')
    expect(bad.text).toContain('reconsideration, within 10 days')
  })

  test('a round without applications is released, too', async () => {
    const round = await makeRound({ state: 'review' })
    await makeApplication({ lotId: round.lots[0]!.id })
    const asked = await releaseDecisions(await makeOfficer(), { roundId: round.id })
    expect(await approve(asked, await makeOfficer())).toMatchObject({ ok: true })
    expect(await roundRow(round.id)).toMatchObject({ state: 'qualified', scoresHash: hashOfScores([]) })
  })

  test('whoever withdrew needs no decision and gets no letter', async () => {
    const { below, input } = await decidedRound()
    await database().delete(decisions).where(eq(decisions.applicationId, below.id))
    await database().update(applications).set({ state: 'withdrawn' }).where(eq(applications.id, below.id))
    const asked = await releaseDecisions(await makeOfficer(), input)
    expect(await approve(asked, await makeOfficer())).toMatchObject({ ok: true })
    expect(await letterTo(below.person.email)).toBeUndefined()
  })

  test('a decision that changed since the request voids it', async () => {
    const { below, input } = await decidedRound()
    const asked = await releaseDecisions(await makeOfficer(), input)
    await database()
      .update(decisions)
      .set({ outcome: 'ineligible' })
      .where(eq(decisions.applicationId, below.id))
    expect(await approve(asked, await makeOfficer())).toMatchObject(refusal('approval.changed'))
  })

  test('refuses whoever has a conflict with one of the plans, first and second, and hides the request (R6.2)', async () => {
    const { below, input } = await decidedRound()
    const [conflicted, first, second] = [await makeOfficer(), await makeOfficer(), await makeOfficer()]
    await makeConflict(below, conflicted)
    expect(await releaseDecisions(conflicted, input)).toMatchObject(refusal('decision.release-conflicted'))
    const asked = await releaseDecisions(first, input)
    if (!asked.ok) throw new Error(asked.error.message)
    const { approvalId } = asked.value
    expect(await readRequest(conflicted, approvalId)).toBeUndefined()
    expect((await readRequest(second, approvalId))?.changes).toHaveLength(2)
    expect(await approve(asked, conflicted)).toMatchObject(refusal('decision.release-conflicted'))
    expect(await approve(asked, second)).toMatchObject({ ok: true })
    const told = async (person: Person) =>
      (await readAudit(person, { object: input.roundId, operation: 'decision.release', outcome: 'done' }))!
        .entries
    expect((await told(second))[0]?.facts, 'counts of outcomes').toEqual({
      qualified: 1,
      notQualified: 1,
      scoresHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await told(conflicted)).toEqual([])
  })

  test('refuses the role', async () => {
    const { input } = await decidedRound()
    expect(await releaseDecisions(await makeChair(), input)).toMatchObject(refusal('access.denied'))
    const officer = await makeOfficer()
    expect(await approve(await releaseDecisions(officer, input), officer)).toMatchObject(
      refusal('approval.own'),
    )
  })

  test('refuses the stranger', async () => {
    expect(await releaseDecisions(await makeOfficer(), { roundId: 'rnd_unknown' })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: one undecided, released already, another state', async () => {
    const { below, input } = await decidedRound()
    const officer = await makeOfficer()
    await database().delete(decisions).where(eq(decisions.applicationId, below.id))
    expect(await releaseDecisions(officer, input)).toMatchObject({
      error: { code: 'decision.not-ready', details: { missing: 1 } },
    })
    const done = await decidedRound()
    const [first, second] = [
      await releaseDecisions(officer, done.input),
      await releaseDecisions(await makePerson({ roles: ['programme-officer'] }), done.input),
    ]
    await approve(first, await makeOfficer())
    expect(await approve(second, await makeOfficer())).toMatchObject({ ok: false })
    expect(await releaseDecisions(officer, done.input)).toMatchObject(refusal('decision.released'))
    const bidding = await makeRound({ state: 'bidding' })
    expect(await releaseDecisions(officer, { roundId: bidding.id })).toMatchObject(
      refusal('round.wrong-state'),
    )
  })
})
