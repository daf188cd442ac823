import { desc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { countsCsv, qpiFile, reportCsv } from '@/db/factories/qpi'
import { qpiRuns, qpiScores } from '@/db/schema/qpi'
import { readFile } from '@/domain/qpi-inputs/read-file'
import { takeOver } from '@/domain/qpi-inputs/take-over'
import { computeScores } from './compute-scores'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const GOOD = 800_001
const LISTED = 800_002
const SMALL = 800_003
const PARTIAL = 800_004
const adds = { 'net-adds-1-yr': 60, 'net-adds-2-yr': 20, 'net-adds-3-yr': 20 }
const report = reportCsv([
  { ianaId: GOOD, 'total-domains': 10_000, ...adds },
  { ianaId: LISTED, 'total-domains': 1000, ...adds },
  { ianaId: SMALL, 'total-domains': 99, ...adds },
  { ianaId: PARTIAL, 'total-domains': 1000, ...adds },
  { ianaId: 9995, 'total-domains': 50_000, ...adds },
])
const all = (columns: string, rows: Record<number, readonly [number, number]>) => countsCsv(columns, rows)

/** A month with every file that the placeholder needs. */
async function makeMonth(period: string) {
  const person = await officer()
  const day = (d: number) => `${period}-0${d}T00:00:00Z`
  const files = [
    qpiFile('transactions', period, report, 'icann'),
    qpiFile('renewal', period, all('renewed,expiring', { [GOOD]: [675, 1000], [LISTED]: [9, 10] })),
    qpiFile('usage', period, all('used,domains', { [GOOD]: [5500, 10_000], [LISTED]: [9, 10] })),
    qpiFile('ssl', period, all('secured,domains', { [GOOD]: [9000, 10_000], [LISTED]: [9, 10] })),
    qpiFile('dnssec', period, all('signed,domains', { [GOOD]: [0, 10_000], [LISTED]: [9, 10] })),
    qpiFile(
      'abuse',
      period,
      `domain,first-seen,mitigated,class\na.org,${day(1)},${day(2)},malicious\nhacked.org,${day(1)},,compromised\nx.org,${day(1)},,\ny.org,${day(1)},,`,
      'urlhaus',
    ),
    qpiFile(
      'abuse',
      period,
      `domain,first-seen,mitigated,class\na.org,${day(1)},${day(4)},malicious`,
      'phishtank',
    ),
    qpiFile(
      'holders',
      period,
      `domain,iana-id\na.org,${GOOD}\nhacked.org,${LISTED}\nx.org,${LISTED}\ny.org,${LISTED}`,
    ),
  ]
  for (const file of files) {
    const answer = await readFile(person, file)
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  }
}
const latest = async (period: string) => {
  const [run] = await database()
    .select()
    .from(qpiRuns)
    .where(eq(qpiRuns.period, period))
    .orderBy(desc(qpiRuns.number))
  const scores = await database().select().from(qpiScores).where(eq(qpiScores.runId, run!.id))
  return { run: run!, of: (ianaId: number) => scores.find((each) => each.ianaId === ianaId)! }
}

describe('qpi-score.compute', () => {
  test('R15.1 the golden month, by hand', async () => {
    await makeMonth('2024-01')
    expect(await computeScores(await officer(), { period: '2024-01' })).toMatchObject({
      ok: true,
      value: { registrars: 5, passed: 1 },
    })
    const { run, of } = await latest('2024-01')
    expect(run).toMatchObject({ number: 1, modelVersion: 'placeholder-1', remarks: [] })
    const { kpis, ...good } = of(GOOD)
    // a.org: seen on the 1st by both, mitigated on the 4th when the last feed says so: 72 h, (72 − 96) / −72 = 1/3.
    expect(kpis.abuseTakedown).toMatchObject({ numerator: 72, denominator: 1, raw: 72, low: 0, high: 1 })
    // Terms: 60 × 1 + 20 × 2 + 20 × 3 = 160 years in 100 registrations.
    expect(kpis.term).toMatchObject({ numerator: 160, denominator: 100, raw: 1.6, line: 2 })
    expect(kpis.abuse).toMatchObject({ numerator: 1, denominator: 10_000, weightBp: null })
    // 30 × 1/2 + 20 × 1/3 + 20 × 1/2 + 10 × 1 + 10 × 0 + 10 × 0.6
    expect(good).toMatchObject({ status: 'pass', score: expect.closeTo(15 + 20 / 3 + 10 + 10 + 6, 10) })
    expect(good.low!).toBeLessThan(good.score!)
    expect(good.high!).toBeGreaterThan(good.score!)
    expect(of(LISTED), 'two malicious of 1,000; the compromised one is apart').toMatchObject({
      status: 'fail-abuse',
      score: null,
      kpis: { abuse: { numerator: 2, denominator: 1000 } },
    })
    expect(of(SMALL)).toMatchObject({ status: 'not-ranked', score: null })
    expect(of(9995)).toMatchObject({ status: 'not-ranked', score: null })
    expect(of(PARTIAL)).toMatchObject({
      status: 'insufficient-data',
      score: null,
      kpis: {
        usage: { numerator: null, value: null },
        abuseTakedown: { value: 1, note: expect.any(String) },
      },
    })
  })

  test('what is computed again stands beside what was before, and every figure names its file', async () => {
    await makeMonth('2024-02')
    await computeScores(await officer(), { period: '2024-02' })
    const before = await latest('2024-02')
    const usage = before.run.inputs.find(({ kind }) => kind === 'usage')!
    expect(before.of(GOOD).kpis.usage?.fileId).toBe(usage.fileId)
    const other = await readFile(
      await officer(),
      qpiFile('usage', '2024-02', all('used,domains', { [GOOD]: [8000, 10_000] })),
    )
    if (!other.ok) throw new Error(other.error.code)
    await takeOver(await officer(), { fileId: other.value.fileId, insteadOf: usage.fileId })
    expect(await computeScores(await officer(), { period: '2024-02' })).toMatchObject({ ok: true })
    const after = await latest('2024-02')
    expect(after.run.number).toBe(2)
    expect(after.of(GOOD).score! - before.of(GOOD).score!).toBeCloseTo(10, 10)
    expect(after.of(LISTED).status, 'the gate is judged before what is missing').toBe('fail-abuse')
  })

  test('without a listing nobody’s abuse is measured, and nobody has a score', async () => {
    await readFile(await officer(), qpiFile('transactions', '2024-03', report, 'icann'))
    expect(await computeScores(await officer(), { period: '2024-03' })).toMatchObject({
      value: { passed: 0 },
    })
    const { run, of } = await latest('2024-03')
    expect(run.remarks[0]).toContain('urlhaus, phishtank')
    expect(of(GOOD).status).toBe('insufficient-data')
  })

  test('refuses the role', async () => {
    for (const role of ['auditor', 'finance-officer', 'administrator'] as const)
      expect(await computeScores(await makePerson({ roles: [role] }), { period: '2024-01' })).toMatchObject(
        refusal('access.denied'),
      )
  })

  test('refuses the stranger', async () => {
    expect(await computeScores({ kind: 'anyone' }, { period: '2024-01' })).toMatchObject(
      refusal('access.signed-out'),
    )
  })

  test('refuses the moment: no report yet, or nothing new', async () => {
    expect(await computeScores(await officer(), { period: '2023-01' })).toMatchObject(
      refusal('qpi-score.no-report'),
    )
    expect(await computeScores(await officer(), { period: '2024-01' })).toMatchObject(
      refusal('qpi-score.unchanged'),
    )
  })
})
