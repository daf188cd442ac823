import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { quarterFigures } from '@/db/schema/statements'
import { approvals } from '@/db/schema/system'
import { recordFigures } from './record-figures'

afterAll(closeDatabase)

const finance = () => makePerson({ roles: ['finance-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const one = (quarter: string, change: object = {}) => ({
  quarter,
  revenue: '1,200,000.00',
  increments: '300,000',
  source: 'Monthly report',
  ...change,
})
const recorded = (quarter: string) =>
  database().select().from(quarterFigures).where(eq(quarterFigures.quarter, quarter))

describe('statement.record-figures', () => {
  test('records a quarter once a second person approves', async () => {
    const asked = await recordFigures(await finance(), one('2013q1'))
    expect(await recorded('2013Q1')).toHaveLength(0)
    expect(await approve(asked, await finance())).toEqual({ ok: true, value: { quarters: ['2013Q1'] } })
    expect(await recorded('2013Q1')).toMatchObject([{ revenueMinor: 120_000_000n, increments: 300_000n }])
  })

  test('imports a CSV; importing it again records nothing, another figure only after it was seen', async () => {
    const csv = (last: string) => `quarter,revenue,increments\n2014Q1,10.00,2\n2014Q2,${last},3\n`
    const input = { csv: csv('20.00'), source: 'export.csv' }
    expect(await approve(await recordFigures(await finance(), input), await finance())).toMatchObject({
      value: { quarters: ['2014Q1', '2014Q2'] },
    })
    expect(await recordFigures(await finance(), input)).toMatchObject(refusal('statement.nothing-new'))
    const other = { ...input, csv: csv('25.00') }
    expect(await recordFigures(await finance(), other)).toMatchObject({
      error: {
        code: 'statement.differs',
        fields: {
          replace: '2014Q2: US$20.00 on 3 increments becomes US$25.00 on 3 increments.',
        },
      },
    })
    const asked = await recordFigures(await finance(), { ...other, replace: true })
    if (!asked.ok) throw new Error(asked.error.code)
    const [request] = await database()
      .select()
      .from(approvals)
      .where(eq(approvals.id, asked.value.approvalId))
    expect(request?.changes, 'only what differs').toEqual([
      { what: '2014Q2', before: 'US$20.00 on 3 increments', after: 'US$25.00 on 3 increments' },
    ])
    expect(await approve(asked, await finance())).toMatchObject({ ok: true })
    expect(await recorded('2014Q2'), 'what it was before stays').toHaveLength(2)
    expect(await recorded('2014Q1')).toHaveLength(1)
  })

  test('a request is void once the quarter was recorded otherwise', async () => {
    const [first, second] = [await finance(), await finance()]
    const [asked, other] = [
      await recordFigures(first, one('2013Q3')),
      await recordFigures(second, one('2013Q3', { increments: '1' })),
    ]
    expect(await approve(other, first)).toMatchObject({ ok: true })
    expect(await approve(asked, second)).toMatchObject(refusal('approval.changed'))
  })

  test('says which field or line is wrong', async () => {
    const fields = async (input: object) => {
      const answer = await recordFigures(await finance(), input)
      return answer.ok ? {} : answer.error.fields
    }
    const wrong = one('2013Q9', { revenue: '1.250', increments: 'many', source: '' })
    expect(Object.keys((await fields({ ...wrong, source: 'A report' }))!)).toEqual([
      'quarter',
      'revenue',
      'increments',
    ])
    expect(Object.keys((await fields({ ...one('2013Q4'), source: '' }))!)).toEqual(['source'])
    const csv = 'quarter,revenue,increments\n2013Q9,1,1\n'
    expect(await fields({ csv, source: 'x.csv' })).toEqual({ csv: expect.stringMatching(/^Line 2: /) })
  })

  test('refuses the role', async () => {
    for (const role of ['programme-officer', 'auditor', 'administrator'] as const)
      expect(await recordFigures(await makePerson({ roles: [role] }), one('2013Q4'))).toMatchObject(
        refusal('access.denied'),
      )
    const asker = await finance()
    expect(await approve(await recordFigures(asker, one('2013Q4')), asker)).toMatchObject(
      refusal('approval.own'),
    )
  })

  test('refuses the stranger', async () => {
    expect(await recordFigures({ kind: 'anyone' }, one('2013Q4'))).toMatchObject(refusal('access.signed-out'))
  })

  test('refuses the moment: a quarter that is not over', async () => {
    expect(await recordFigures(await finance(), one('2999Q1'))).toMatchObject(
      refusal('statement.quarter-not-over'),
    )
  })
})
