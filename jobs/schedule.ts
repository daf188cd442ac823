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
import { systemActor } from '@/lib/access/actor'
import { log } from '@/lib/log'
import { beat } from '@/lib/pulse'
import { advanceAwards } from './advance-awards'
import { advanceCommitments } from './advance-commitments'
import { bidAsBots } from './bid-as-bots'
import { resumeChecks } from './check-evidence'
import { confirmRedemptions } from './confirm-redemptions'
import { issueTokens } from './issue-tokens'
import { remindOfCases } from './remind-of-cases'
import { remindOfReviews } from './remind-reviewers'
import { resumeMail } from './resume-mail'
import { sendDigests } from './send-digests'
import { queueWebhooks } from './send-webhooks'
import { wipePractices } from './wipe-practices'

const EVERY_MS = 300
const actor = systemActor('schedule')

/** What bidders wait for to the second: nothing else may hold it up. */
const auctions = [advanceRounds, makeUpOutages, openAndCloseLots, bidAsBots]
const everythingElse = [
  advanceAwards,
  wipePractices,
  issueTokens,
  confirmRedemptions,
  remindOfReviews,
  sendDigests,
  remindOfCases,
  queueWebhooks,
  advanceCommitments,
  resumeChecks,
  resumeMail,
]

/**
 * Carries out what is due by the database's clock, again and again until stopped, in two loops that do not wait for each
 * other. Of auctions: rounds advance or wait, outages are made up for before anything closes, lots open and close, clocks
 * go on, bots bid; each turn leaves its pulse, so that a clock that stood still is seen (R7.9). And everything else:
 * awards lapse, practice auctions are wiped, tokens are issued and redemptions confirmed, reviewers and those who deal
 * with cases are reminded, commitments come near and lapse, public events are queued for webhooks, digests are sent,
 * looks at evidence and letters left behind are taken up.
 * What is due is asked from the tables, so downtime is caught up with; the operations ask again under their locks, so
 * several workers do nothing twice. An error is logged and the next turn comes.
 */
export async function runSchedule(signal: AbortSignal): Promise<void> {
  await Promise.all([repeat(auctions, signal, keepPulse), repeat(everythingElse, signal, async () => {})])
}

async function repeat(
  turns: readonly (() => Promise<void>)[],
  signal: AbortSignal,
  before: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    for (const turn of turns)
      await before()
        .then(turn)
        .catch((error: unknown) => log().error({ err: error, turn: turn.name }, 'the schedule failed'))
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

async function openAndCloseLots(): Promise<void> {
  for (const { lotId, due } of await dueLots(database())) {
    await keepPulse()
    await operations[due](actor, { lotId })
  }
}

const operations = { open: openLot, close: closeLot, step: stepClock }
