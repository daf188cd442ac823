import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { makeFigures } from '@/db/factories/statements'
import { awards } from '@/db/schema/awards'
import { statements } from '@/db/schema/statements'
import { hashOf } from '@/lib/hash'
import { freezeStatement } from './freeze-statement'
import { statementOfQuarter } from './queries'

afterAll(closeDatabase)

const finance = () => makePerson({ roles: ['finance-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const shown = async (quarter: string) => (await statementOfQuarter(await finance(), { quarter }))!

/** An award whose price was paid in full at an instant. */
async function paidAt(at: string, priceMinor: bigint) {
  const { awardId, label } = await makeAward({ state: 'paid', priceMinor, finalAt: new Date(at) })
  return { awardId, label }
}

describe('statement.freeze', () => {
  test('counts the prices paid in the quarter, its first instant in and its last out (R14.1)', async () => {
    await makeFigures({ quarter: '2013Q2' })
    const first = await paidAt('2013-04-01T00:00:00.000Z', 40_000_000n)
    const last = await paidAt('2013-06-30T23:59:59.999Z', 60_000_000n)
    await paidAt('2013-03-31T23:59:59.999Z', 1n)
    await paidAt('2013-07-01T00:00:00.000Z', 1n)
    const { content, frozen } = await shown('2013Q2')
    expect(frozen).toBeNull()
    expect(content.programme.names.map(({ label }) => label)).toEqual([first.label, last.label])
    expect(content.programme.revenueMinor).toBe('100000000')
    expect(content.tables).toMatchObject([
      {
        id: 'A',
        verified: false,
        fee: { averageMinor: '733.33', feeMinor: '7500000', feeWithoutMinor: '6000000' },
      },
      {
        id: 'B',
        verified: false,
        fee: { averageMinor: '733.33', feeMinor: '7500000', feeWithoutMinor: '4500000' },
      },
    ])
  })

  test('keeps the whole statement under its hash, whatever is recorded later', async () => {
    await makeFigures({ quarter: '2013Q4' })
    const asked = await freezeStatement(await finance(), { quarter: '2013Q4' })
    expect(await approve(asked, await makePerson({ roles: ['programme-officer'] }))).toEqual({
      ok: true,
      value: { quarter: '2013Q4', version: 1 },
    })
    const frozen = await shown('2013Q4')
    expect(frozen).toMatchObject({ isCurrent: true, versions: [1], hash: hashOf(frozen.content) })
    await makeFigures({ quarter: '2013Q4', increments: 1n })
    expect(await shown('2013Q4')).toMatchObject({ isCurrent: false, content: frozen.content })
    const again = await freezeStatement(await finance(), { quarter: '2013Q4' })
    expect(await approve(again, await finance())).toMatchObject({ value: { version: 2 } })
    expect(await shown('2013Q4')).toMatchObject({
      versions: [2, 1],
      content: { ordinary: { increments: '1' } },
    })
    const [row] = await database().select().from(statements).where(eq(statements.quarter, '2013Q4'))
    expect(hashOf(row!.content)).toBe(row!.contentHash)
  })

  test('refuses the role', async () => {
    await makeFigures({ quarter: '2012Q1' })
    for (const role of ['programme-officer', 'auditor'] as const)
      expect(await freezeStatement(await makePerson({ roles: [role] }), { quarter: '2012Q1' })).toMatchObject(
        refusal('access.denied'),
      )
  })

  test('refuses the stranger: who is not signed in, and a quarter without figures', async () => {
    expect(await freezeStatement({ kind: 'anyone' }, { quarter: '2012Q1' })).toMatchObject(
      refusal('access.signed-out'),
    )
    expect(await freezeStatement(await finance(), { quarter: '2012Q2' })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: without increments, frozen as it stands, changed since it was asked', async () => {
    await makeFigures({ quarter: '2012Q3', increments: 0n })
    expect(await freezeStatement(await finance(), { quarter: '2012Q3' })).toMatchObject(
      refusal('statement.no-increments'),
    )
    await makeFigures({ quarter: '2012Q4' })
    const asked = await freezeStatement(await finance(), { quarter: '2012Q4' })
    const { awardId } = await paidAt('2012-11-01T00:00:00Z', 5n)
    expect(await approve(asked, await finance())).toMatchObject(refusal('approval.changed'))
    await approve(await freezeStatement(await finance(), { quarter: '2012Q4' }), await finance())
    expect(await freezeStatement(await finance(), { quarter: '2012Q4' })).toMatchObject(
      refusal('statement.frozen'),
    )
    expect((await database().select().from(awards).where(eq(awards.id, awardId)))[0]?.state).toBe('paid')
  })
})
