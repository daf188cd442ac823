import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { bidAttempts } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { keyShares, openings } from '@/db/schema/sealing'
import { requireAllDue } from '@/domain/lots/all-due'
import { requireNoOutage } from '@/domain/lots/weigh-outage'
import { lockRound, type Round } from '@/domain/rounds/lock-round'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { currentCustodians } from './current-custodians'
import { custodianLetters } from './letters'
import { provenKey } from './round-key'

type Subject = { round: Round; hashes: string[]; keyId: string | undefined; begun: boolean }

/**
 * Begins the opening of a round's sealed bids, once bidding is over on every name (R8.3): from here on no close moves, and
 * number and hash of the bids are fixed before anyone can read one. Custodians are asked for their shares. Two people
 * (R16.3). Refuses with `round.wrong-state`, `lot.not-due`, `lot.outage`, `opening.begun`, `opening.no-bids`.
 */
export const beginOpening = operation('opening.begin', {
  input: z.strictObject({ roundId: z.string().max(64) }),
  subject: (tx, { roundId }) => readSubject(tx, roundId),
  async check({ tx, at, subject: { round, hashes, keyId, begun } }) {
    if (round.state !== 'bidding') throw refuse('round.wrong-state', { state: round.state })
    if (begun) throw refuse('opening.begun')
    if (hashes.length === 0 || !keyId) throw refuse('opening.no-bids')
    await requireNoOutage(tx, round, await requireAllDue(tx, round.id, at), at)
  },
  secondPerson: (_input, { round, hashes }) => ({
    object: round.id,
    summary: `Begin the opening of ${hashes.length} sealed bids of round ${round.number}: custodians are asked for their shares, and no close moves any more`,
    typed: `round ${round.number}`,
    changes: [{ what: 'SHA-256 over all sealed bids', before: '', after: hashOfAll(hashes) }],
    fingerprint: hashOfAll(hashes),
  }),
  async run({ tx, at, subject: { round, hashes, keyId } }) {
    const bidsHash = hashOfAll(hashes)
    await tx
      .insert(openings)
      .values({ roundId: round.id, keyId: keyId ?? '', startedAt: at, bids: hashes.length, bidsHash })
    const custodians = await holdersOf(tx, keyId ?? '')
    return {
      result: { roundId: round.id, bids: hashes.length },
      audit: { object: round.id, facts: { bids: hashes.length, bidsHash } },
      letters: custodianLetters('opening-begun', custodians, round, round.id),
      announce: [topics.round(round.id)],
    }
  },
})

/** The custodians of today who hold a share of the key. */
async function holdersOf(tx: Tx, keyId: string) {
  const shares = await tx
    .select({ userId: keyShares.userId })
    .from(keyShares)
    .where(eq(keyShares.keyId, keyId))
  const holders = new Set(shares.map(({ userId }) => userId))
  return (await currentCustodians(tx)).filter(({ userId }) => holders.has(userId))
}

/** SHA-256 over the hashes of the sealed bids in the order received, joined by line feeds. */
export function hashOfAll(hashes: readonly string[]): string {
  return sha256Hex(hashes.join('\n'))
}

async function readSubject(tx: Tx, roundId: string): Promise<Subject | undefined> {
  const round = await lockRound(tx, roundId)
  if (!round) return undefined
  const boxes = await tx
    .select({ hash: bidAttempts.boxHash })
    .from(bidAttempts)
    .innerJoin(lots, eq(lots.id, bidAttempts.lotId))
    .where(eq(lots.roundId, roundId))
    .orderBy(asc(bidAttempts.ordinal))
  const [opening] = await tx
    .select({ id: openings.roundId })
    .from(openings)
    .where(eq(openings.roundId, roundId))
  return {
    round,
    hashes: boxes.flatMap(({ hash }) => hash ?? []),
    keyId: (await provenKey(tx, roundId))?.keyId,
    begun: opening !== undefined,
  }
}
