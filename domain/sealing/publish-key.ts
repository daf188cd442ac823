import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { keyShares, openings, roundKeys } from '@/db/schema/sealing'
import { isSealed } from '@/domain/lots/describe-standing'
import { lockRound, type Round } from '@/domain/rounds/lock-round'
import { canonicalJson } from '@/lib/canonical-json'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import type { Ceremony } from '@/sealing/ceremony'
import { readCeremony } from './ceremony-input'
import { type Custodian, currentCustodians } from './current-custodians'
import { custodianLetters } from './letters'
import { EMPLOYERS_NEEDED } from './rules'

type Holder = Custodian & { share: Ceremony['shares'][number] }
type Subject = {
  round: Round
  ceremony: Ceremony
  hash: string
  version: number
  holders: Holder[]
  begun: boolean
}

/**
 * Publishes the key that a ceremony made (R8.2): the recipient, five wrapped shares and their hashes. The secret was never
 * here. Before bids as often as needed; during bidding when too few custodians are left (a bid that was sealed to the key
 * before must then be handed in again). It takes effect with its fourth proof. Two people (R16.3).
 * Refuses with `sealing.no-ceremony`, `sealing.other-round`, `sealing.not-sealed`, `sealing.custodians`,
 * `round.wrong-state`.
 */
export const publishKey = operation('round-key.publish', {
  input: z.strictObject({
    roundId: z.string().max(64),
    ceremony: z
      .string({ error: 'Choose the file of the ceremony.' })
      .max(60_000, 'This is no file of a ceremony.'),
  }),
  subject: (tx, input) => readSubject(tx, input),
  check({ at, input, subject: { round, ceremony, holders, begun } }) {
    if (!isSealed(round)) throw refuse('sealing.not-sealed')
    const over = round.state === 'bidding' && at >= round.biddingClosesAt
    if (begun || over || ['closed', 'final', 'cancelled', 'suspended'].includes(round.state))
      throw refuse('round.wrong-state', { state: round.state })
    if (ceremony.round !== input.roundId) throw refuse('sealing.other-round')
    const employers = new Set(holders.map(({ employer }) => employer?.toLowerCase()))
    if (holders.length !== ceremony.shares.length || employers.size < EMPLOYERS_NEEDED)
      throw refuse('sealing.custodians')
  },
  secondPerson: (_input, { round, ceremony, hash, version, holders }) => ({
    object: round.id,
    summary: `Publish key ${version} of round ${round.number}: bids are sealed to it once four custodians have proven their shares`,
    typed: `round ${round.number}`,
    changes: [
      { what: 'SHA-256 of the ceremony', before: '', after: hash },
      { what: 'SHA-256 of the recipient', before: '', after: sha256Hex(ceremony.recipient) },
      ...holders.map(({ name, employer, share }, index) => ({
        what: `Share ${index + 1}`,
        before: '',
        after: `${name}, ${employer}: ${share.sha256}`,
      })),
    ],
    fingerprint: [hash, version],
  }),
  async run({ tx, at, subject: { round, ceremony, hash, version, holders } }) {
    const keyId = newId('rky', at)
    const { recipient } = ceremony
    await tx
      .insert(roundKeys)
      .values({ id: keyId, roundId: round.id, version, recipient, ceremonyHash: hash, publishedAt: at })
    await tx.insert(keyShares).values(
      holders.map(({ userId, share }, index) => ({
        keyId,
        userId,
        position: index + 1,
        recipient: share.recipient,
        sha256: share.sha256,
        proofKey: share.proofKey,
        wrapped: share.wrapped,
      })),
    )
    return {
      result: { keyId },
      audit: {
        object: round.id,
        facts: {
          version,
          recipient,
          ceremonyHash: hash,
          shares: holders.map(({ share }) => share.sha256),
          proofKeys: holders.map(({ share }) => share.proofKey),
        },
      },
      letters: custodianLetters('round-key-published', holders, round, keyId),
      announce: [topics.round(round.id)],
    }
  },
})

async function readSubject(
  tx: Tx,
  { roundId, ceremony: text }: { roundId: string; ceremony: string },
): Promise<Subject | undefined> {
  const round = await lockRound(tx, roundId)
  if (!round) return undefined
  const ceremony = readCeremony(text)
  if (!ceremony) throw refuse('sealing.no-ceremony')
  const [newest] = await tx
    .select({ version: roundKeys.version })
    .from(roundKeys)
    .where(eq(roundKeys.roundId, roundId))
    .orderBy(desc(roundKeys.version))
    .limit(1)
  const [begun] = await tx
    .select({ id: openings.roundId })
    .from(openings)
    .where(eq(openings.roundId, roundId))
  const custodians = await currentCustodians(tx)
  const found = ceremony.shares.flatMap((share) => {
    const holder = custodians.find(
      ({ userId, recipient }) => userId === share.custodian && recipient === share.recipient,
    )
    return holder ? [{ ...holder, share }] : []
  })
  const holders = [...new Map(found.map((holder) => [holder.userId, holder])).values()]
  const hash = sha256Hex(canonicalJson(ceremony))
  return { round, ceremony, hash, version: (newest?.version ?? 0) + 1, holders, begun: begun !== undefined }
}
