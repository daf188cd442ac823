import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { makeCustodians, makeRoundKey, sealedFor, unwrapAs } from '@/db/factories/sealing'
import type { RoundSettings } from '@/db/schema/rounds'
import { roundKeys } from '@/db/schema/sealing'
import { placeBid } from '@/domain/bids/place-bid'
import { newChallenge } from '@/domain/sealing/challenge'
import { proveShare } from '@/domain/sealing/prove-share'
import { publishKey } from '@/domain/sealing/publish-key'
import { processNow } from '@/lib/clock'
import { type Ceremony, holdCeremony } from '@/sealing/ceremony'
import { proveShare as proofOf } from '@/sealing/share'
import { passTo } from './test-clock'

/** Who a ceremony is held for. */
export async function ceremonyHolders() {
  return (await makeCustodians()).map(({ person, recipient }) => ({ custodian: person.userId, recipient }))
}

/** Holds a ceremony and publishes its key as two officers would. */
export async function publishCeremony(
  roundId: string,
  held?: Ceremony,
): Promise<{ made: Ceremony; keyId: string }> {
  const made = held ?? (await holdCeremony(roundId, await ceremonyHolders()))
  const [dana, miro] = [
    await makePerson({ roles: ['programme-officer'] }),
    await makePerson({ roles: ['programme-officer'] }),
  ]
  const input = { roundId, ceremony: JSON.stringify(made) }
  const answer = await approve(await publishKey(dana, input), miro)
  if (!answer.ok) throw new Error(answer.error.code)
  return { made, keyId: (answer.value as { keyId: string }).keyId }
}

/** The custodian with this number proves its share, as its browser would, to a challenge of this instant. */
export async function proveAs(
  index: number,
  { made, keyId }: { made: Ceremony; keyId: string },
  at = processNow(),
) {
  const share = await unwrapAs(index, made.shares[index]!.wrapped)
  const { person } = (await makeCustodians())[index]!
  const challenge = newChallenge({ keyId, sha256: made.shares[index]!.sha256 }, at)
  return proveShare(person, { keyId, challenge, proof: proofOf(share, challenge) })
}

/** A sealed round whose bidding is over, with a bid of 700 000 and one of 500 000 on its one lot. */
export async function makeClosedSealedRound(
  settings: Partial<RoundSettings> = {},
  giveKey: (roundId: string) => Promise<unknown> = makeRoundKey,
) {
  const { round, lots, bidders } = await makeOpenLots({
    format: 'sealed-first-price',
    closesInMs: 60_000,
    settings,
    giveKey,
  })
  const lotId = lots[0]!.id
  for (const [index, minor] of [700_000n, 500_000n].entries()) {
    const { id: bidder, person } = bidders[index]!
    const { key, body } = await sealedFor({ round: round.id, lot: lotId, bidder }, minor)
    const answer = await placeBid(person, { lotId, ...body }, { idempotencyKey: key })
    if (!answer.ok) throw new Error(answer.error.code)
  }
  await passTo(round.timetable.biddingClosesAt)
  const [key] = await database().select().from(roundKeys).where(eq(roundKeys.roundId, round.id))
  return { roundId: round.id, lotId, keyId: key!.id, custodians: await makeCustodians() }
}
