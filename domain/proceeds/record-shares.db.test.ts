import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { awards } from '@/db/schema/awards'
import { publicProceeds } from './public-queries'
import { recordShares } from './record-shares'

afterAll(closeDatabase)

const finance = () => makePerson({ roles: ['finance-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const from = (validFrom: string, ...shares: string[]) => ({
  validFrom,
  parts: shares.map((share, index) => ({ name: `Purpose ${index + 1}`, share })),
  note: 'Resolved by the board (fictional).',
})

describe('proceeds.record-shares', () => {
  test('R14.3 splits each result by the shares of its day, by phase and by year', async () => {
    await makeAward({ state: 'paid', priceMinor: 1001n, finalAt: new Date('2015-06-30T23:59:59Z') })
    await makeAward({ state: 'offered', priceMinor: 2000n, finalAt: new Date('2015-07-01T00:00:00Z') })
    const asked = await recordShares(await finance(), from('2015-07-01', '75', '25'))
    expect((await publicProceeds()).shares).toMatchObject([{ isPlaceholder: true }])
    const second = await makePerson({ roles: ['programme-officer'] })
    expect(await approve(asked, second)).toMatchObject({ ok: true })
    const { shares, partNames, years } = await publicProceeds()
    expect(shares.map(({ isPlaceholder }) => isPlaceholder)).toEqual([true, false])
    expect(partNames).toEqual([
      'Work of the Internet Society',
      'The registry’s own mission',
      'Purpose 1',
      'Purpose 2',
    ])
    expect(years).toEqual([
      {
        key: '2015',
        name: '2015',
        names: 2,
        awardedMinor: 3001n,
        receivedMinor: 1001n,
        partsMinor: [523n, 478n, 1500n, 500n],
      },
    ])
  })

  test('a name whose awards all ended counts no more; the next one’s price counts instead', async () => {
    const yearOf = async (key: string) => (await publicProceeds()).years.find((row) => row.key === key)
    const { awardId } = await makeAward({
      state: 'defaulted',
      priceMinor: 700n,
      finalAt: new Date('2016-02-01T00:00:00Z'),
    })
    expect(await yearOf('2016')).toBeUndefined()
    const [ended] = await database().select().from(awards).where(eq(awards.id, awardId))
    const next = {
      id: `${awardId}2`,
      rank: 1,
      state: 'offered',
      priceMinor: 600n,
      endedAt: null,
      endReason: null,
    } as const
    await database()
      .insert(awards)
      .values({ ...ended!, ...next })
    expect(await yearOf('2016')).toMatchObject({ names: 1, awardedMinor: 600n, receivedMinor: 0n })
  })

  test('shares are 100 % together, each part named once', async () => {
    const problem = async (input: object) => {
      const answer = await recordShares(await finance(), input)
      return answer.ok ? undefined : answer.error.fields
    }
    expect(await problem(from('2030-01-01', '50', '49.99'))).toEqual({
      parts: 'The shares must be 100 % together.',
    })
    expect(await problem(from('2030-01-01', '50.001', '49.999'))).toHaveProperty(['parts.0.share'])
    const twice = {
      ...from('2030-01-01', '50', '50'),
      parts: [
        { name: 'Same', share: '50' },
        { name: 'same', share: '50' },
      ],
    }
    expect(await problem(twice)).toEqual({ parts: 'Name each part once.' })
  })

  test('refuses the role', async () => {
    for (const role of ['programme-officer', 'auditor', 'administrator'] as const)
      expect(
        await recordShares(await makePerson({ roles: [role] }), from('2030-01-01', '100')),
      ).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    expect(await recordShares({ kind: 'anyone' }, from('2030-01-01', '100'))).toMatchObject(
      refusal('access.signed-out'),
    )
  })

  test('refuses the moment: a day that a published split covers already', async () => {
    expect(
      await approve(await recordShares(await finance(), from('2031-01-01', '100')), await finance()),
    ).toMatchObject({
      ok: true,
    })
    expect(await recordShares(await finance(), from('2031-01-01', '60', '40'))).toMatchObject(
      refusal('proceeds.earlier-day'),
    )
  })
})
