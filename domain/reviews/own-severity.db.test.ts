import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeChair, makeReviewer } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { rounds } from '@/db/schema/rounds'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { assessRound } from './assess-round'
import { ownSeverity } from './own-severity'

afterAll(closeDatabase)

/** Plans that three read; the severe one gives two less than the others. */
async function judged(reviewer?: Person, plans = 4) {
  const round = await makeRound({ state: 'review', labels: plans })
  const [severe, kind, plain] = [
    reviewer ?? (await makeReviewer()),
    await makeReviewer(),
    await makeReviewer(),
  ]
  for (const [index, lot] of round.lots.entries()) {
    const plan = await makeSubmittedApplication({ lotId: lot.id })
    const level = 3 + (index % 2)
    for (const [reviewer, less] of [
      [severe, 2],
      [kind, 0],
      [plain, index === 0 ? 1 : 0],
    ] as const)
      await makeAssignment(plan, {
        reviewer,
        values: [level - less, level - less, level - less],
        submitted: true,
      })
  }
  const freeze = () =>
    database()
      .update(rounds)
      .set({ state: 'qualified', decisionsReleasedAt: processNow(), scoresHash: 'f'.repeat(64) })
      .where(eq(rounds.id, round.id))
  return { roundId: round.id, severe, kind, freeze }
}

describe('one’s own severity', () => {
  test('is told once the round’s scores are frozen, as the panel knows it, and nobody else’s', async () => {
    const { roundId, severe, kind, freeze } = await judged()
    const panel = await assessRound(await makeChair(), { roundId })
    expect(await ownSeverity(severe, {})).toEqual([])
    await freeze()
    const told = await ownSeverity(severe, {})
    const known = panel!.figures.reviewers.find(({ reviewer }) => reviewer === severe.userId)!
    expect(told).toEqual([
      { roundId, round: expect.any(String), reviews: 4, effect: known.effect, error: known.error },
    ])
    expect(told![0]!.effect).toBeLessThan(-15)
    expect((await ownSeverity(kind, {}))![0]!.effect).toBeGreaterThan(0)
  })

  test('goes back five rounds and no further', async () => {
    const { severe, freeze } = await judged()
    await freeze()
    const [before] = (await ownSeverity(severe, {}))!
    const later: string[] = []
    for (let turn = 0; turn < 5; turn++) {
      const next = await judged(severe, 1)
      await next.freeze()
      later.unshift(next.roundId)
    }
    const told = (await ownSeverity(severe, {}))!.map(({ roundId }) => roundId)
    expect(told).toEqual(later)
    expect(told).not.toContain(before!.roundId)
  })

  test('is nobody’s who did not review, and not for other roles', async () => {
    const { freeze } = await judged()
    await freeze()
    expect(await ownSeverity(await makeReviewer(), {})).toEqual([])
    expect(await ownSeverity(await makeChair(), {})).toBeUndefined()
  })
})
