import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { acceptAward, makeDeposit, makeWinner } from '@/db/factories/settlement'
import { approvals, mailOutbox } from '@/db/schema/system'
import { depositHeld } from '@/domain/ledger/balances'
import { newId } from '@/lib/ids'
import { roundsWithDeposits } from './queries'
import { returnDeposits } from './return-deposits'
import { returnable } from './returnable'

afterAll(closeDatabase)

/** A final round with a winner that has more than it owes, and a loser. */
async function makeCase() {
  const winner = await makeWinner({ prices: [1_000_000n], depositMinor: 1_500_000n })
  const loser = await makeApplicant()
  const { roundId } = winner
  await makeDeposit({ roundId, organisationId: loser.organisation.id }, 250_000n)
  const finance = await makePerson({ roles: ['finance-officer'] })
  const second = await makePerson({ roles: ['finance-officer'] })
  return { winner, loser, roundId, finance, second, input: { roundId, bankReference: newId('ref') } }
}

test('a cancelled round is listed while its deposits are kept', async () => {
  const { finance, loser } = await makeCase()
  const [kept, none] = [await makeRound({ state: 'cancelled' }), await makeRound({ state: 'cancelled' })]
  await makeDeposit({ roundId: kept.id, organisationId: loser.organisation.id }, 250_000n)
  const listed = (await roundsWithDeposits(finance, {}))?.map(({ id }) => id)
  expect(listed).toContain(kept.id)
  expect(listed).not.toContain(none.id)
  expect(await returnable(database(), kept.id)).toMatchObject([{ amountMinor: 250_000n }])
})

describe('deposit.return', () => {
  test('returns what losers deposited, and a winner’s rest once its award is paid (R10.2)', async () => {
    const { winner, loser, roundId, finance, second, input } = await makeCase()
    const due = async () => (await returnable(database(), roundId)).map(({ amountMinor }) => amountMinor)
    expect(await due()).toEqual([250_000n])
    await acceptAward(winner.awardIds[0]!)
    expect((await due()).sort()).toEqual([250_000n, 500_000n])
    const asked = await returnDeposits(finance, input)
    const [request] = await database()
      .select()
      .from(approvals)
      .where(eq(approvals.requestedBy, finance.userId))
    expect(request).toMatchObject({ typed: 'US$7,500.00' })
    expect(request?.changes.map(({ what }) => what).sort()).toEqual(
      [winner.organisation.legalName, loser.organisation.legalName].sort(),
    )
    expect(await approve(asked, second)).toMatchObject({ ok: true, value: { returned: 2 } })
    expect(await due()).toEqual([])
    const organisationId = loser.organisation.id
    expect(await depositHeld(database(), { roundId, organisationId })).toBe(0n)
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, loser.person.email))
    expect(letters).toMatchObject([{ subject: 'Deposit returned: US$2,500.00' }])
  })

  test('a request is void once the list is another', async () => {
    const { winner, finance, second, input } = await makeCase()
    const asked = await returnDeposits(finance, input)
    await acceptAward(winner.awardIds[0]!)
    expect(await approve(asked, second)).toMatchObject({ error: { code: 'approval.changed' } })
  })

  test('refuses the role', async () => {
    const { loser, input } = await makeCase()
    const officer = await makePerson({ roles: ['programme-officer'] })
    for (const actor of [loser.person, officer])
      expect(await returnDeposits(actor, input)).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('refuses the stranger: a round that is none', async () => {
    const { finance, input } = await makeCase()
    expect(await returnDeposits(finance, { ...input, roundId: newId('rnd') })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: before the round is final', async () => {
    const { finance, loser } = await makeCase()
    const { id: roundId } = await makeRound({ state: 'closed' })
    await makeDeposit({ roundId, organisationId: loser.organisation.id }, 250_000n)
    expect(await returnDeposits(finance, { roundId, bankReference: 'SWIFT 1' })).toMatchObject({
      error: { code: 'deposit.nothing-to-return' },
    })
  })
})
