import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { custodianIdentity, makeCustodians } from '@/db/factories/sealing'
import { rounds } from '@/db/schema/rounds'
import { keyShares } from '@/db/schema/sealing'
import { auditLog } from '@/db/schema/system'
import { proveAs, publishCeremony } from '@/db/testing/sealed-rounds'
import { advanceRound } from '@/domain/rounds/advance-round'
import { dueRounds, dueToPostpone } from '@/domain/rounds/due-rounds'
import { postponeBidding } from '@/domain/rounds/postpone-bidding'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { fromBase64 } from '@/sealing/base64'
import { proveShare as proofOf, unwrapShare } from '@/sealing/share'
import { newChallenge } from './challenge'
import { proveShare } from './prove-share'
import { sealingOfRound } from './queries'
import { recipientOf } from './round-key'

const system = systemActor('schedule')
afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const sealedRound = (state: 'qualified' | 'applications' = 'qualified') =>
  makeRound({ state, format: 'sealed-first-price' })

describe('the drill', () => {
  test('bidding opens with the fourth proof and not before; until then it moves on by business days (R8.2)', async () => {
    const round = await sealedRound()
    const past = new Date(processNow().getTime() - 60_000)
    await database().update(rounds).set({ biddingOpensAt: past }).where(eq(rounds.id, round.id))
    const key = await publishCeremony(round.id)
    for (const index of [0, 1, 2])
      expect(await proveAs(index, key)).toMatchObject({ ok: true, value: { proofs: index + 1 } })
    expect(await proveAs(2, key)).toMatchObject({ ok: true, value: { proofs: 3 } })
    expect(await dueRounds(database())).not.toContain(round.id)
    expect(await dueToPostpone(database())).toContain(round.id)
    expect(await advanceRound(system, { roundId: round.id })).toMatchObject({ value: { made: [] } })
    await expect(
      database().update(rounds).set({ state: 'bidding' }).where(eq(rounds.id, round.id)),
    ).rejects.toMatchObject({ cause: { constraint_name: 'rounds_sealed_need_four_proofs' } })
    expect(await postponeBidding(system, { roundId: round.id })).toMatchObject({ ok: true })
    const [moved] = await database().select().from(rounds).where(eq(rounds.id, round.id))
    expect(moved!.biddingOpensAt > processNow()).toBe(true)
    await database().update(rounds).set({ biddingOpensAt: past }).where(eq(rounds.id, round.id))
    expect(await proveAs(4, key)).toMatchObject({ ok: true, value: { proofs: 4 } })
    expect(await recipientOf(database(), { id: round.id, practice: false })).toBe(key.made.recipient)
    expect(await dueRounds(database())).toContain(round.id)
    expect(await dueToPostpone(database())).not.toContain(round.id)
    expect(await advanceRound(system, { roundId: round.id })).toMatchObject({
      value: { made: ['open-bidding'] },
    })
  })

  test('shows the share to nobody: no table has it', async () => {
    const round = await sealedRound('applications')
    const key = await publishCeremony(round.id)
    await proveAs(0, key)
    const share = await unwrapShare(fromBase64(key.made.shares[0]!.wrapped)!, custodianIdentity(0))
    const dumped = JSON.stringify([
      await database().select().from(keyShares),
      (await database().select().from(auditLog)).map(({ payload }) => Buffer.from(payload).toString()),
    ])
    expect(dumped).not.toContain(Buffer.from(share!).toString('base64'))
    expect(dumped).not.toContain(Buffer.from(share!).toString('hex'))
  })

  test('refuses the role, a share of somebody else, a stale challenge and another proof', async () => {
    const round = await sealedRound('applications')
    const key = await publishCeremony(round.id)
    const input = { keyId: key.keyId, challenge: 'x', proof: 'x' }
    expect(await proveShare(await officer(), input)).toMatchObject({ error: { code: 'access.denied' } })
    const stranger = await makePerson({ roles: ['custodian'] })
    expect(await proveShare(stranger, input)).toMatchObject({ error: { code: 'thing.not-found' } })
    const longAgo = new Date(processNow().getTime() - 2 * 3_600_000)
    expect(await proveAs(1, key, longAgo)).toMatchObject({ error: { code: 'share.stale' } })
    expect(await proveShare((await makeCustodians())[0]!.person, input)).toMatchObject({
      error: { code: 'share.stale' },
    })
    const challenge = newChallenge({ keyId: key.keyId, sha256: key.made.shares[0]!.sha256 }, processNow())
    const other = await unwrapShare(fromBase64(key.made.shares[1]!.wrapped)!, custodianIdentity(1))
    const proof = proofOf(other!, challenge)
    expect(
      await proveShare((await makeCustodians())[0]!.person, { keyId: key.keyId, challenge, proof }),
    ).toMatchObject({
      error: { code: 'share.wrong-proof' },
    })
  })

  test('a proof that is sent twice is told so, and counts once', async () => {
    const round = await sealedRound('applications')
    const key = await publishCeremony(round.id)
    const at = processNow()
    expect(await proveAs(0, key, at)).toMatchObject({ ok: true, value: { proofs: 1 } })
    const again = await Promise.all([proveAs(0, key, at), proveAs(0, key, at)])
    for (const answer of again) expect(answer).toMatchObject({ error: { code: 'share.proven' } })
  })

  test('a new key during bidding takes effect with its fourth proof, by letter and announcement; not after the close', async () => {
    const round = await sealedRound()
    const first = await publishCeremony(round.id)
    for (const index of [0, 1, 2, 3]) await proveAs(index, first)
    const biddingClosesAt = new Date(processNow().getTime() + 3_600_000)
    await database().update(rounds).set({ state: 'bidding', biddingClosesAt }).where(eq(rounds.id, round.id))
    const second = await publishCeremony(round.id)
    const recipient = () => recipientOf(database(), { id: round.id, practice: false })
    for (const index of [0, 1, 2]) await proveAs(index, second)
    expect(await recipient()).toBe(first.made.recipient)
    const close = (at: Date) =>
      database().update(rounds).set({ biddingClosesAt: at }).where(eq(rounds.id, round.id))
    await close(new Date(processNow().getTime() - 1000))
    expect(await proveAs(3, second)).toMatchObject({ error: { code: 'share.too-late' } })
    await close(biddingClosesAt)
    expect(await proveAs(3, second)).toMatchObject({ ok: true })
    expect(await recipient()).toBe(second.made.recipient)
    const seen = await sealingOfRound(await officer(), round.id)
    expect(seen?.keys.map(({ version }) => version)).toEqual([2, 1])
  })
})
