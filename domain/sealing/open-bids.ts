import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { bidAttempts } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { openedBids, openings, releasedShares } from '@/db/schema/sealing'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { unseal } from '@/lib/secrets'
import { type Opened, openerWith, withoutCopies } from '@/sealing/open'
import { lockOpening, type Opening, purposeOf } from './lock-opening'

const AT_ONCE = 100

/**
 * Opens the next hundred sealed bids of a round whose secret was rebuilt, in the order received (R8.3). One that is bad
 * voids itself alone, with the reason. After the last one the shares are wiped, and the secret is published, or kept for
 * the auditor, as the settings say. Refuses with `opening.none`.
 */
export const openBids = operation('opening.open-bids', {
  input: z.strictObject({ roundId: z.string().max(64) }),
  subject: (tx, { roundId }) => lockOpening(tx, roundId),
  check({ subject: { unlockedAt, finishedAt, round } }) {
    if (!unlockedAt || finishedAt || round.state !== 'bidding') throw refuse('opening.none')
  },
  async run({ tx, at, subject: opening }) {
    const { roundId } = opening
    const secret = new TextDecoder().decode(
      unseal(purposeOf(roundId), opening.keptSecret ?? new Uint8Array()),
    )
    const boxes = await unopenedBoxes(tx, roundId)
    const open = openerWith(secret)
    const firstWith = await noncesOf(tx, roundId)
    const rows = []
    for (const { attemptId, boxHash, box, ...place } of boxes) {
      const opened = await open({ ...place, ciphertext: box ?? new Uint8Array() })
      rows.push({
        boxHash,
        row: { attemptId, roundId, at, ...columnsOf(withoutCopies(opened, place.bidder, firstWith)) },
      })
    }
    if (rows.length > 0) await tx.insert(openedBids).values(rows.map(({ row }) => row))
    const finished = boxes.length < AT_ONCE
    if (finished) await finish(tx, opening, secret, at)
    return {
      result: { opened: rows.length, finished },
      audit: {
        object: roundId,
        facts: {
          bids: rows.map(({ boxHash, row }) => [boxHash, row.plainHash, row.voidReason ?? 'valid']),
          finished,
        },
      },
      announce: [topics.round(roundId)],
    }
  },
})

function unopenedBoxes(tx: Tx, roundId: string) {
  return tx
    .select({
      attemptId: bidAttempts.id,
      boxHash: bidAttempts.boxHash,
      box: bidAttempts.box,
      round: lots.roundId,
      lot: bidAttempts.lotId,
      bidder: bidAttempts.bidderId,
      key: bidAttempts.idempotencyKey,
    })
    .from(bidAttempts)
    .innerJoin(lots, eq(lots.id, bidAttempts.lotId))
    .leftJoin(openedBids, eq(openedBids.attemptId, bidAttempts.id))
    .where(and(eq(lots.roundId, roundId), isNotNull(bidAttempts.box), isNull(openedBids.attemptId)))
    .orderBy(asc(bidAttempts.ordinal))
    .limit(AT_ONCE)
}

/** Whose each nonce is that was seen so far. */
async function noncesOf(tx: Tx, roundId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ nonce: openedBids.nonce, bidder: bidAttempts.bidderId })
    .from(openedBids)
    .innerJoin(bidAttempts, eq(bidAttempts.id, openedBids.attemptId))
    .where(and(eq(openedBids.roundId, roundId), isNotNull(openedBids.nonce)))
  return new Map(rows.map(({ nonce, bidder }) => [nonce ?? '', bidder]))
}

function columnsOf(opened: Opened) {
  if ('void' in opened)
    return { amountMinor: null, voidReason: opened.void, nonce: null, plainHash: opened.plainHash }
  const { amountMinor, nonce, plainHash } = opened
  return { amountMinor, voidReason: null, nonce, plainHash }
}

async function finish(tx: Tx, { roundId, round }: Opening, secret: string, at: Date): Promise<void> {
  await tx.update(releasedShares).set({ share: null }).where(eq(releasedShares.roundId, roundId))
  const published = round.settings.sealedSecret !== 'auditor'
  await tx
    .update(openings)
    .set({ finishedAt: at, ...(published && { publishedSecret: secret, keptSecret: null }) })
    .where(eq(openings.roundId, roundId))
}
