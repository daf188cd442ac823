import type { Tx } from '@/db/client'
import { lots, rounds } from '@/db/schema/rounds'
import { newId } from '@/lib/ids'
import type { Round } from './lock-round'
import { newTieSecret } from './tie-secret'

const OPENS_AFTER_MS = 20_000
const LENGTH_MS = 6 * 60_000
const SOFT_CLOSE_SECONDS = 120
const NAMES = ['practice-1', 'practice-2']

/**
 * A round beside the real one for one applicant to practise in (R3.6): its format and settings in minutes instead of
 * days, two invented names, and ids that say what they are. It begins in `bidding` and was never approved, so nothing
 * public shows it. The caller registers who bids.
 */
export async function addPracticeRound(tx: Tx, real: Round, at: Date) {
  const { phaseId, number, format, zone, settings, rulesVersion, name } = real
  const id = newId('practice', at)
  const biddingOpensAt = new Date(at.getTime() + OPENS_AFTER_MS)
  const softClose = { windowSeconds: SOFT_CLOSE_SECONDS, extendSeconds: SOFT_CLOSE_SECONDS, hardEnd: null }
  const stepsPerRound = settings.clock?.stepsPerRound ?? 5
  const { applicationsOpenAt, questionsCloseAt, applicationsCloseAt, reviewDueAt } = real
  const { reviewResultsAt, depositDueAt, resultsAt, paymentDueAt } = real
  const { secretHash, sealedSecret } = newTieSecret(id)
  await tx.insert(rounds).values({
    id,
    practiceOf: real.id,
    ...{ phaseId, number, format, zone, rulesVersion, name },
    ...{ applicationsOpenAt, questionsCloseAt, applicationsCloseAt, reviewDueAt },
    ...{ reviewResultsAt, depositDueAt, resultsAt, paymentDueAt },
    ...{ secretHash, sealedSecret },
    settings: { ...settings, softClose, clock: { roundMinutes: 1, recessMinutes: 0.5, stepsPerRound } },
    state: 'bidding',
    stateSince: at,
    createdAt: at,
    biddingOpensAt,
    biddingClosesAt: new Date(biddingOpensAt.getTime() + LENGTH_MS),
  })
  const reserveMinor = BigInt(settings.defaultReserveMinor)
  const made = NAMES.map((label) => ({ id: newId('practice', at), label, reserveMinor }))
  await tx
    .insert(lots)
    .values(made.map((lot) => ({ ...lot, roundId: id, practice: true, releaseId: 'practice', live: false })))
  return { id, lots: made }
}
