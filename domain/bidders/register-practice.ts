import type { Tx } from '@/db/client'
import { bidders, lotBidders } from '@/db/schema/auctions'
import { limitOf, UNLIMITED_DEPOSIT_MINOR } from '@/engine/limits'
import { newId } from '@/lib/ids'
import { drawPaddles } from './register-bidders'

/** Plan scores of practice: the applicant's own plan has none yet. */
const OWN_SCORE = 8000
const BOT_SCORES = [7000, 7600, 8600]

type Wanted = {
  roundId: string
  lotIds: readonly string[]
  organisationId: string
  /** Organisations of the bots. */
  bots: readonly string[]
  /** What the applicant's limit is ten times of (R7.2); bots have none. */
  depositMinor: bigint
  at: Date
}

/** Registers an applicant and its rivals on every name of a practice (R3.6), under random paddles. */
export async function registerPractice(tx: Tx, wanted: Wanted): Promise<void> {
  const { roundId, lotIds, organisationId, bots, depositMinor, at } = wanted
  const paddles = drawPaddles(bots.length + 1)
  const made = [organisationId, ...bots].map((each, index) => {
    const houseBot = index > 0
    const paid = houseBot ? UNLIMITED_DEPOSIT_MINOR : depositMinor
    return {
      row: {
        id: newId('bdr', at),
        roundId,
        organisationId: each,
        paddle: paddles[index] as number,
        depositMinor: paid,
        limitMinor: limitOf(paid),
        houseBot,
      },
      scoreHundredths: houseBot ? (BOT_SCORES[(index - 1) % BOT_SCORES.length] as number) : OWN_SCORE,
    }
  })
  await tx.insert(bidders).values(made.map(({ row }) => row))
  await tx
    .insert(lotBidders)
    .values(
      made.flatMap(({ row, scoreHundredths }) =>
        lotIds.map((lotId) => ({ lotId, bidderId: row.id, scoreHundredths, practice: true })),
      ),
    )
}
