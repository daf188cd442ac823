import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { capsOverview } from './queries'
import { recordServiceFee } from './record-service-fee'

afterAll(closeDatabase)

const finance = () => makePerson({ roles: ['finance-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const of = (year: string, fee: string) => ({ year, fee, source: 'Price list' })
const record = async (year: string, fee: string) =>
  approve(await recordServiceFee(await finance(), of(year, fee)), await finance())
const caps = async () => (await capsOverview(await finance(), undefined))!

describe('statement.record-service-fee', () => {
  test('R14.2 moves the cap of the next year, and says whether a fee kept to its own', async () => {
    expect((await caps()).years).toMatchObject([{ year: 2007, capHundredths: 66_000n, charged: null }])
    expect(await record('2007', '6.15')).toMatchObject({ ok: true })
    expect(await record('2008', '6.77')).toMatchObject({ ok: true })
    expect((await caps()).years).toMatchObject([
      { year: 2007, isKept: true },
      { year: 2008, capHundredths: 67_650n, highestFeeMinor: 676n, isKept: false },
      { year: 2009, capHundredths: 74_415n, charged: null },
    ])
    expect(await record('2008', '6.75')).toMatchObject({ ok: true })
    expect((await caps()).years).toMatchObject([{}, { isKept: true }, { capHundredths: 74_250n }])
  })

  test('a year beyond a missing one leaves the caps open', async () => {
    await record('2011', '7.00')
    expect((await caps()).beyond).toEqual([2011])
  })

  test('lists the names of the Programme as exempt', async () => {
    const { label } = await makeAward({ state: 'allocated' })
    expect((await caps()).exempt.map((name) => name.label)).toContain(label)
  })

  test('refuses the role', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await recordServiceFee(officer, of('2009', '7'))).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    expect(await recordServiceFee({ kind: 'anyone' }, of('2009', '7'))).toMatchObject(
      refusal('access.signed-out'),
    )
  })

  test('refuses the moment: a year to come, a year before the caps, a fee recorded already', async () => {
    for (const year of ['2999', '2006', '09'])
      expect(await recordServiceFee(await finance(), of(year, '7'))).toMatchObject({
        error: { code: 'input.invalid', fields: { year: expect.any(String) } },
      })
    await record('2012', '7')
    expect(await recordServiceFee(await finance(), of('2012', '7.00'))).toMatchObject(
      refusal('statement.nothing-new'),
    )
  })
})
