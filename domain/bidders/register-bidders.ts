import { randomInt } from 'node:crypto'
import { and, asc, eq, isNotNull, isNull, sum } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { applications, deposits } from '@/db/schema/applications'
import { bidders, lotBidders } from '@/db/schema/auctions'
import { decisions } from '@/db/schema/reviews'
import { freezeScores } from '@/domain/rounds/freeze-scores'
import type { Round } from '@/domain/rounds/lock-round'
import { limitOf } from '@/engine/limits'
import { newId } from '@/lib/ids'

export type RegisteredBidder = {
  bidderId: string
  /** Null in a practice (R3.6). */
  applicationId: string | null
  paddle: number
  depositMinor: bigint
  score: number | null
}

/**
 * Registers everyone whose application qualified, once per round: a random paddle, a limit from the recorded deposits
 * (R7.2), and the frozen score on each lot (R6.8). The caller holds the round's lock.
 */
export async function registerBidders(tx: Tx, round: Round, at: Date): Promise<void> {
  const [registered] = await tx
    .select({ id: bidders.id })
    .from(bidders)
    .where(eq(bidders.roundId, round.id))
    .limit(1)
  if (registered) return
  await freezeScores(tx, round)
  const qualified = await qualifiedApplications(tx, round.id)
  const organisations = [...new Set(qualified.map(({ organisationId }) => organisationId))]
  if (organisations.length === 0) return
  const paid = await depositsOf(tx, round.id)
  const paddles = drawPaddles(organisations.length)
  const made = organisations.map((organisationId, index) => {
    const depositMinor = paid.get(organisationId) ?? 0n
    const paddle = paddles[index] as number
    return {
      id: newId('bdr', at),
      roundId: round.id,
      organisationId,
      paddle,
      depositMinor,
      limitMinor: limitOf(depositMinor),
    }
  })
  await tx.insert(bidders).values(made)
  const idOf = new Map(made.map(({ organisationId, id }) => [organisationId, id]))
  await tx.insert(lotBidders).values(
    qualified.map(({ lotId, applicationId, organisationId, scoreHundredths }) => ({
      lotId,
      applicationId,
      scoreHundredths,
      bidderId: idOf.get(organisationId) as string,
    })),
  )
}

/** Who may bid on a lot, struck bidders left out, by paddle. */
export function registeredBidders(tx: Tx, lotId: string): Promise<RegisteredBidder[]> {
  return tx
    .select({
      bidderId: bidders.id,
      applicationId: lotBidders.applicationId,
      paddle: bidders.paddle,
      depositMinor: bidders.depositMinor,
      score: lotBidders.scoreHundredths,
    })
    .from(lotBidders)
    .innerJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .where(and(eq(lotBidders.lotId, lotId), isNull(bidders.struckAt)))
    .orderBy(asc(bidders.paddle))
}

function qualifiedApplications(tx: Tx, roundId: string) {
  return tx
    .select({
      applicationId: applications.id,
      lotId: applications.lotId,
      organisationId: applications.organisationId,
      scoreHundredths: decisions.scoreHundredths,
    })
    .from(decisions)
    .innerJoin(applications, eq(applications.id, decisions.applicationId))
    .where(
      and(
        eq(applications.roundId, roundId),
        eq(applications.state, 'submitted'),
        eq(decisions.outcome, 'qualified'),
        isNotNull(decisions.releasedAt),
      ),
    )
    .orderBy(asc(applications.id))
}

async function depositsOf(tx: Tx, roundId: string): Promise<Map<string, bigint>> {
  const rows = await tx
    .select({ organisationId: deposits.organisationId, total: sum(deposits.amountMinor) })
    .from(deposits)
    .where(eq(deposits.roundId, roundId))
    .groupBy(deposits.organisationId)
  return new Map(rows.map(({ organisationId, total }) => [organisationId, BigInt(total ?? 0)]))
}

/** Different numbers of two digits or, for many bidders, more: at least half of the range stays unused. */
export function drawPaddles(count: number): number[] {
  const digits = Math.max(2, String(count * 2).length)
  const drawn = new Set<number>()
  while (drawn.size < count) drawn.add(randomInt(10 ** (digits - 1), 10 ** digits))
  return [...drawn]
}
