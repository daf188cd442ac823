import { setTimeout as pause } from 'node:timers/promises'
import { database, pool } from '@/db/client'
import { closeLot } from '@/domain/lots/close-lot'
import { dueLots } from '@/domain/lots/due-lots'
import { openLot } from '@/domain/lots/open-lot'
import { stepClock } from '@/domain/lots/step-clock'
import { advanceRound } from '@/domain/rounds/advance-round'
import { dueOutages } from '@/domain/rounds/due-outages'
import { dueRounds, dueToPostpone } from '@/domain/rounds/due-rounds'
import { makeUpOutage } from '@/domain/rounds/make-up-outage'
import { postponeBidding } from '@/domain/rounds/postpone-bidding'
import { dueOpenings } from '@/domain/sealing/due-openings'
import { openBids } from '@/domain/sealing/open-bids'
import { systemActor } from '@/lib/access/actor'
import { log } from '@/lib/log'
import { beat } from '@/lib/pulse'
import { advanceAwards } from './advance-awards'
import { advanceCommitments } from './advance-commitments'
import { bidAsBots } from './bid-as-bots'
import { resumeChecks } from './check-evidence'
import { confirmRedemptions } from './confirm-redemptions'
import { issueTokens } from './issue-tokens'
import { lookForRegistrants } from './look-for-registrants'
import { openPromotions } from './open-promotions'
import { remindOfCases } from './remind-of-cases'
import { remindOfReviews } from './remind-reviewers'
import { resumeMail } from './resume-mail'
import { sendDigests } from './send-digests'
import { queueWebhooks } from './send-webhooks'
import { wipePractices } from './wipe-practices'

const EVERY_MS = 300
const SECOND = 1_000
const actor = systemActor('schedule')

/** `everyMs`: not looked for again sooner; absent, it is looked for in every turn. */
type Turn = { run: () => Promise<void>; everyMs?: number }

/** What bidders wait for to the second: nothing else may hold it up. */
const auctions: readonly Turn[] = [
  { run: advanceRounds },
  { run: makeUpOutages },
  { run: openSealedBids },
  { run: openAndCloseLots },
  { run: bidAsBots },
]
const everythingElse: readonly Turn[] = [
  { run: advanceAwards, everyMs: SECOND },
  { run: wipePractices },
  { run: issueTokens, everyMs: SECOND },
  { run: confirmRedemptions, everyMs: SECOND },
  { run: lookForRegistrants, everyMs: 10 * SECOND },
  { run: remindOfReviews, everyMs: 60 * SECOND },
  { run: sendDigests, everyMs: 30 * SECOND },
  { run: remindOfCases, everyMs: 60 * SECOND },
  { run: queueWebhooks, everyMs: 3 * SECOND },
  { run: advanceCommitments, everyMs: 5 * SECOND },
  { run: resumeChecks, everyMs: 30 * SECOND },
  { run: openPromotions, everyMs: 10 * SECOND },
  { run: resumeMail, everyMs: SECOND },
]

/**
 * Carries out what is due by the database's clock, again and again until stopped, in two loops that do not wait for each
 * other. Of auctions: rounds advance or wait, outages are made up for before anything closes, sealed bids are opened once
 * custodians let them, lots open and close, clocks
 * go on, bots bid; each turn leaves its pulse, so that a clock that stood still is seen (R7.9). And everything else:
 * awards lapse, practice auctions are wiped, tokens are issued and redemptions confirmed, new registrants looked for, reviewers and those who deal
 * with cases are reminded, commitments come near and lapse, promotions open, public events are queued for webhooks, digests are sent,
 * looks at evidence and letters left behind are taken up.
 * What is due is asked from the tables, so downtime is caught up with; the operations ask again under their locks, so
 * several workers do nothing twice. An error is logged and the next turn comes.
 */
export async function runSchedule(signal: AbortSignal): Promise<void> {
  await Promise.all([repeat(auctions, signal, keepPulse), repeat(everythingElse, signal, async () => {})])
}

async function repeat(
  turns: readonly Turn[],
  signal: AbortSignal,
  before: () => Promise<void>,
): Promise<void> {
  const lastLook = new Map<Turn, number>()
  while (!signal.aborted) {
    for (const turn of turns) {
      if (performance.now() - (lastLook.get(turn) ?? Number.NEGATIVE_INFINITY) < (turn.everyMs ?? 0)) continue
      lastLook.set(turn, performance.now())
      await before()
        .then(turn.run)
        .catch((error: unknown) => log().error({ err: error, turn: turn.run.name }, 'the schedule failed'))
    }
    await pause(EVERY_MS, undefined, { signal }).catch(() => {})
  }
}

let lastBeat = 0

/** At most once a second; also between two of many closings, which take their time without the clock standing still. */
async function keepPulse(): Promise<void> {
  if (performance.now() - lastBeat < 1000) return
  lastBeat = performance.now()
  await beat(pool(), 'schedule')
}

async function advanceRounds(): Promise<void> {
  for (const roundId of await dueToPostpone(database())) await postponeBidding(actor, { roundId })
  for (const roundId of await dueRounds(database())) await advanceRound(actor, { roundId })
}

async function makeUpOutages(): Promise<void> {
  for (const roundId of await dueOutages(database())) await makeUpOutage(actor, { roundId })
}

/** A hundred bids a turn and round: what else is due is not held up. */
async function openSealedBids(): Promise<void> {
  for (const roundId of await dueOpenings(database())) await openBids(actor, { roundId })
}

async function openAndCloseLots(): Promise<void> {
  for (const { lotId, due } of await dueLots(database())) {
    await keepPulse()
    await operations[due](actor, { lotId })
  }
}

const operations = { open: openLot, close: closeLot, step: stepClock }
