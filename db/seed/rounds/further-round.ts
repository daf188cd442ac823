import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { labels } from '@/db/schema/labels'
import { lots, phases } from '@/db/schema/rounds'
import type { DemoOrganisation } from '../demo-people'
import { library } from '../plans/library'
import { nightsky } from '../plans/nightsky'
import { radio } from '../plans/radio'
import { rivers } from '../plans/rivers'
import type { SeedPlan } from '../plans/seed-plan'
import type { Entry } from '../stages/apply-for'
import { openBidding, sendBots } from '../stages/hold-auction'
import { openRound } from '../stages/open-round'
import { qualifyAll } from '../stages/qualify-all'
import type { Story, World } from '../world'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const wanted: readonly [DemoOrganisation, SeedPlan, lots: readonly number[]][] = [
  ['radio', radio, [0, 1, 2]],
  ['nightsky', nightsky, [0, 1, 2]],
  ['rivers', rivers, [0, 1]],
  ['library', library, [2]],
]

/**
 * One more round in bidding, on names that wait for one. Its whole life lies between `since`, when something last
 * happened here, and now, so that the log stays in the order of time.
 */
export async function* holdFurtherRound(world: World, since: Date): Story {
  const now = world.clock.now.getTime()
  /** A whole second between then (0) and now (1). */
  const at = (share: number) =>
    new Date(Math.floor((since.getTime() + share * (now - since.getTime())) / SECOND) * SECOND)
  const names = await freeLabels()
  const [phase] = await database()
    .select()
    .from(phases)
    .where(isNotNull(phases.publishedAt))
    .orderBy(desc(phases.number))
    .limit(1)
  if (!phase || names.length === 0) return
  const closes = Math.floor((now + 6 * HOUR) / HOUR) * HOUR
  const round = yield* openRound(world, phase.id, {
    name: 'Three more',
    summary: 'Names that were waiting for a round.',
    draftedAt: at(0.05),
    approvedAt: at(0.1),
    timetable: {
      applicationsOpenAt: at(0.2),
      questionsCloseAt: at(0.35),
      applicationsCloseAt: at(0.4),
      reviewDueAt: at(0.6),
      reviewResultsAt: at(0.65),
      depositDueAt: at(0.8),
      biddingOpensAt: new Date(Math.max(at(0.9).getTime(), at(1).getTime() - 30 * MINUTE)),
      biddingClosesAt: new Date(closes),
      resultsAt: new Date(closes + DAY),
      paymentDueAt: new Date(closes + 29 * DAY),
    },
    labels: names,
  })
  const entries: Entry[] = wanted.flatMap(([organisation, plan, lots]) =>
    lots.flatMap((lot) => {
      const label = names[lot]
      return label ? [{ organisation, plan, label, registrar: 81 }] : []
    }),
  )
  yield* qualifyAll(world, round, entries, { apply: at(0.3), review: at(0.5), deposits: at(0.7) })
  yield round.timetable.biddingOpensAt
  await openBidding(round)
  await sendBots(world)
}

/** Released names in no round. */
async function freeLabels(): Promise<string[]> {
  const rows = await database()
    .select({ label: labels.label })
    .from(labels)
    .where(and(eq(labels.state, 'released'), eq(labels.class, 'with-digit'), isNull(labels.flaggedAt)))
    .orderBy(asc(labels.stateSince), asc(labels.label))
    .limit(30)
  const live = await database().select({ label: lots.label }).from(lots).where(eq(lots.live, true))
  return rows
    .map(({ label }) => label)
    .filter((label) => !live.some((lot) => lot.label === label))
    .slice(0, 3)
}
