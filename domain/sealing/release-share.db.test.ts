import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { makeRoundKey, shareOf } from '@/db/factories/sealing'
import { rounds } from '@/db/schema/rounds'
import { openedBids, openings, releasedShares } from '@/db/schema/sealing'
import { ceremonyHolders, makeClosedSealedRound, proveAs, publishCeremony } from '@/db/testing/sealed-rounds'
import { toBase64 } from '@/sealing/base64'
import { type Ceremony, holdCeremony } from '@/sealing/ceremony'
import { encryptTo } from '@/sealing/seal'
import { hashOfShare, proofKeyOf } from '@/sealing/share'
import { beginOpening } from './begin-opening'
import { dueOpenings } from './due-openings'
import { ownCustody } from './queries'
import { releaseShare } from './release-share'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const begin = async (roundId: string) =>
  approve(await beginOpening(await officer(), { roundId }), await officer())

/** The third share is one byte, as a dealer could have published it. */
async function withOddShare(made: Ceremony): Promise<Ceremony> {
  const share = Uint8Array.of(7)
  const shares = made.shares.map(async (each, index) => {
    if (index !== 2) return each
    const wrapped = toBase64(await encryptTo(each.recipient, share))
    return { ...each, sha256: hashOfShare(share), proofKey: proofKeyOf(share), wrapped }
  })
  return { ...made, shares: await Promise.all(shares) }
}

describe('the release of shares', () => {
  test('not before the opening has begun; the third one rebuilds the secret of the published key (R8.3)', async () => {
    const { roundId, keyId, custodians } = await makeClosedSealedRound()
    const release = async (index: number, share = index) =>
      releaseShare(custodians[index]!.person, { roundId, share: await shareOf(keyId, share) })
    expect(await release(0)).toMatchObject({ error: { code: 'thing.not-found' } })
    await begin(roundId)
    expect(await release(0)).toMatchObject({ ok: true, value: { released: 1 } })
    expect(await release(0)).toMatchObject({ error: { code: 'share.released' } })
    expect(await release(1, 0)).toMatchObject({ error: { code: 'share.wrong' } })
    expect(await release(1)).toMatchObject({ ok: true })
    expect(await dueOpenings(database())).not.toContain(roundId)
    const early = { attemptId: 'bid_none', roundId, amountMinor: 5n, at: new Date(0) }
    const withTwo = database().transaction(async (tx) => {
      await tx.update(openings).set({ unlockedAt: early.at }).where(eq(openings.roundId, roundId))
      await tx.insert(openedBids).values(early)
    })
    const refused = { cause: { constraint_name: 'opened_bids_after_unlock' } }
    await expect(withTwo).rejects.toMatchObject(refused)
    await expect(database().insert(openedBids).values(early)).rejects.toMatchObject(refused)
    expect(await release(4)).toMatchObject({ ok: true, value: { released: 3 } })
    expect(await release(3)).toMatchObject({ error: { code: 'opening.unlocked' } })
    expect(await dueOpenings(database())).toContain(roundId)
  })

  test('shares that give another key open nothing, and the last one is not kept', async () => {
    const { roundId, keyId, custodians } = await makeClosedSealedRound()
    const other = await makeRoundKey(
      (await makeRound({ state: 'qualified', format: 'sealed-first-price' })).id,
    )
    await begin(roundId)
    await database().update(openings).set({ keyId: other.keyId }).where(eq(openings.roundId, roundId))
    const shares = [await shareOf(other.keyId, 0), await shareOf(other.keyId, 1), await shareOf(keyId, 2)]
    const release = (index: number) =>
      releaseShare(custodians[index]!.person, { roundId, share: shares[index]! })
    expect((await release(0)).ok && (await release(1)).ok).toBe(true)
    expect(await release(2)).toMatchObject({ error: { code: 'share.wrong' } })
    const kept = await database().select().from(releasedShares).where(eq(releasedShares.roundId, roundId))
    expect(kept).toHaveLength(2)
    expect(kept.some(({ share }) => Buffer.from(share!).toString('base64') === shares[0])).toBe(false)
  })

  test('clicked twice and all at once each share counts once, and the secret is rebuilt once', async () => {
    const { roundId, keyId, custodians } = await makeClosedSealedRound()
    await begin(roundId)
    const shares = await Promise.all([0, 1, 2, 3, 4].map((index) => shareOf(keyId, index)))
    const release = (index: number) =>
      releaseShare(custodians[index]!.person, { roundId, share: shares[index]! })
    const answers = await Promise.all([0, 0, 1, 1, 2, 2, 3, 3, 4, 4].map(release))
    expect(answers.flatMap(({ ok }) => (ok ? [ok] : []))).toHaveLength(3)
    for (const answer of answers)
      if (!answer.ok) expect(answer.error.code).toMatch(/^(share\.released|opening\.unlocked)$/)
    const kept = await database().select().from(releasedShares).where(eq(releasedShares.roundId, roundId))
    expect(kept).toHaveLength(3)
  })

  const ofAnother = async (made: Ceremony): Promise<Ceremony> => {
    const { recipient } = await holdCeremony('rnd_other', await ceremonyHolders())
    return { ...made, recipient }
  }
  test.each([
    ['shares are not those of its recipient', ofAnother],
    ['shares are none', withOddShare],
  ])('a published key whose %s opens nothing (R8.3)', async (_what, spoil) => {
    const giveKey = async (roundId: string) => {
      const key = await publishCeremony(
        roundId,
        await spoil(await holdCeremony(roundId, await ceremonyHolders())),
      )
      for (const index of [0, 1, 2, 3]) await proveAs(index, key)
    }
    const { roundId, keyId, custodians } = await makeClosedSealedRound({}, giveKey)
    await begin(roundId)
    const release = async (index: number) =>
      releaseShare(custodians[index]!.person, { roundId, share: await shareOf(keyId, index) })
    expect((await release(0)).ok && (await release(1)).ok).toBe(true)
    for (const _ of [1, 2])
      expect(await release(2)).toMatchObject({ error: { code: 'opening.wrong-secret' } })
    const kept = await database().select().from(releasedShares).where(eq(releasedShares.roundId, roundId))
    expect(kept).toHaveLength(2)
  })

  test('refuses the role and whoever holds no share', async () => {
    const { roundId, keyId, custodians } = await makeClosedSealedRound()
    await begin(roundId)
    const share = await shareOf(keyId, 0)
    expect(await releaseShare(await officer(), { roundId, share })).toMatchObject({
      error: { code: 'access.denied' },
    })
    const stranger = await makePerson({ roles: ['custodian'] })
    expect(await releaseShare(stranger, { roundId, share })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
    const seen = await ownCustody(custodians[0]!.person, undefined)
    expect(seen?.shares.find((each) => each.round.id === roundId)).toMatchObject({
      asked: true,
      releasedAt: null,
    })
  })

  test('refuses the moment: a round that was cancelled', async () => {
    const { roundId, keyId, custodians } = await makeClosedSealedRound()
    await begin(roundId)
    await database().update(rounds).set({ state: 'cancelled' }).where(eq(rounds.id, roundId))
    const share = await shareOf(keyId, 0)
    expect(await releaseShare(custodians[0]!.person, { roundId, share })).toMatchObject({
      error: { code: 'round.wrong-state' },
    })
  })
})
