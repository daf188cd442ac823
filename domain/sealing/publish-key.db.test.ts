import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { makeCustodians } from '@/db/factories/sealing'
import { rounds } from '@/db/schema/rounds'
import { custodianKeys, keyShares, roundKeys } from '@/db/schema/sealing'
import { mailOutbox } from '@/db/schema/system'
import { ceremonyHolders, publishCeremony } from '@/db/testing/sealed-rounds'
import { holdCeremony } from '@/sealing/ceremony'
import { publishKey } from './publish-key'
import { recipientOf } from './round-key'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const sealedRound = (state: 'qualified' | 'applications' = 'qualified') =>
  makeRound({ state, format: 'sealed-first-price' })

describe('a round key', () => {
  test('is published by two officers; the server has recipient, wrapped shares and hashes, and no secret', async () => {
    const round = await sealedRound('applications')
    const { made, keyId } = await publishCeremony(round.id)
    const [row] = await database().select().from(roundKeys).where(eq(roundKeys.id, keyId))
    expect(row).toMatchObject({ roundId: round.id, version: 1, recipient: made.recipient })
    const shares = await database().select().from(keyShares).where(eq(keyShares.keyId, keyId))
    expect(shares.map(({ sha256 }) => sha256).sort()).toEqual(made.shares.map(({ sha256 }) => sha256).sort())
    const letters = await database()
      .select()
      .from(mailOutbox)
      .where(eq(mailOutbox.template, 'round-key-published'))
    expect(new Set(letters.map(({ to }) => to))).toEqual(
      new Set((await makeCustodians()).map(({ person }) => person.email)),
    )
    expect(await recipientOf(database(), { id: round.id, practice: false })).toBeUndefined()
  })

  test('refuses the role, and a round that is not there', async () => {
    const round = await sealedRound('applications')
    const input = {
      roundId: round.id,
      ceremony: JSON.stringify(await holdCeremony(round.id, await ceremonyHolders())),
    }
    const administrator = await makePerson({ roles: ['administrator'] })
    for (const person of [administrator, (await makeCustodians())[0]!.person])
      expect(await publishKey(person, input)).toMatchObject({ error: { code: 'access.denied' } })
    expect(await publishKey(await officer(), { ...input, roundId: 'rnd_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses what is no ceremony, of another round, of other keys, or of too few employers', async () => {
    const round = await sealedRound('applications')
    const ask = async (ceremony: unknown) =>
      publishKey(await officer(), { roundId: round.id, ceremony: JSON.stringify(ceremony) })
    const made = await holdCeremony(round.id, await ceremonyHolders())
    expect(await ask({ ...made, secret: 'x' })).toMatchObject({ error: { code: 'sealing.no-ceremony' } })
    expect(await ask({ ...made, round: 'rnd_x' })).toMatchObject({ error: { code: 'sealing.other-round' } })
    const [first, second, ...rest] = made.shares
    const swapped = [
      { ...first!, custodian: second!.custodian },
      { ...second!, custodian: first!.custodian },
      ...rest,
    ]
    expect(await ask({ ...made, shares: swapped })).toMatchObject({ error: { code: 'sealing.custodians' } })
    const shared = [first!, { ...second!, sha256: first!.sha256, proofKey: first!.proofKey }, ...rest]
    expect(await ask({ ...made, shares: shared })).toMatchObject({ error: { code: 'sealing.no-ceremony' } })
    const { custodian, recipient } = first!
    const twice = [first!, { ...second!, custodian, recipient }, ...rest]
    expect(await ask({ ...made, shares: twice })).toMatchObject({ error: { code: 'sealing.custodians' } })
    const employers = await database().select().from(custodianKeys)
    await database().update(custodianKeys).set({ employer: 'One Employer' })
    expect(await ask(made)).toMatchObject({ error: { code: 'sealing.custodians' } })
    for (const { id, employer } of employers)
      await database().update(custodianKeys).set({ employer }).where(eq(custodianKeys.id, id))
    const open = await makeRound({ state: 'applications' })
    expect(
      await publishKey(await officer(), {
        roundId: open.id,
        ceremony: JSON.stringify({ ...made, round: open.id }),
      }),
    ).toMatchObject({
      error: { code: 'sealing.not-sealed' },
    })
  })

  test('refuses the moment: a round that is closed', async () => {
    const round = await sealedRound()
    await database().update(rounds).set({ state: 'closed' }).where(eq(rounds.id, round.id))
    const ceremony = JSON.stringify(await holdCeremony(round.id, await ceremonyHolders()))
    expect(await publishKey(await officer(), { roundId: round.id, ceremony })).toMatchObject({
      error: { code: 'round.wrong-state' },
    })
  })
})
