import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeScoredMonth, type Portfolio, qpiFile, reportCsv } from '@/db/factories/qpi'
import { readFile } from '@/domain/qpi-inputs/read-file'
import { computeScores } from './compute-scores'
import { leagueTable, unattributedOfRun } from './queries'

afterAll(closeDatabase)

const of = (ianaId: number, used: number, domains = 1000): Portfolio => ({
  ...{ ianaId, domains, renewed: 0.7, used, secured: 0.7, signed: 0.1 },
  terms: [10, 0, 0],
})

test('R15.1 a rank is the rank among all, whatever the table is narrowed to; without a score there is none', async () => {
  const officer = await makePerson({ roles: ['programme-officer'] })
  const period = '2020-02'
  await makeScoredMonth(officer, period, [
    of(850_001, 0.7),
    of(850_002, 0.6),
    of(850_003, 0.5),
    of(850_004, 0.9, 3),
  ])
  const ranksOf = async (filter: { text: string; status?: 'pass' | 'not-ranked' }) => {
    const league = await leagueTable(officer, { period, page: 1, ...filter })
    if (!league || league.run === null) throw new Error('There is no table.')
    return league.rows.map(({ ianaId, rank }) => [ianaId, rank])
  }
  expect(await ranksOf({ text: '' })).toEqual([
    [850_001, 1],
    [850_002, 2],
    [850_003, 3],
    [850_004, null],
  ])
  expect(await ranksOf({ text: '850003' })).toEqual([[850_003, 3]])
  expect(await ranksOf({ text: 'sample 850002' })).toEqual([[850_002, 2]])
  expect(await ranksOf({ text: '', status: 'not-ranked' })).toEqual([[850_004, null]])
})

test('R15.3 listed names that count for nobody are told one by one, with the registrar that the report does not name', async () => {
  const officer = await makePerson({ roles: ['programme-officer'] })
  const period = '2020-04'
  const read = async (kind: 'transactions' | 'abuse' | 'holders', text: string, source: string) => {
    const answer = await readFile(officer, qpiFile(kind, period, text, source))
    if (!answer.ok) throw new Error(answer.error.code)
  }
  await read('transactions', reportCsv([{ ianaId: 850_010, 'total-domains': 1000 }]), 'icann')
  const names = ['held', 'unknown', 'elsewhere'].map((name) => `${name}.org,${period}-02,,malicious`)
  const broken = `broken-into.org,${period}-02,,compromised`
  await read('abuse', ['domain,first-seen,mitigated,class', ...names, broken].join('\n'), 'urlhaus')
  await read('abuse', `domain,first-seen\nunknown.org,${period}-01`, 'phishtank')
  await read('holders', 'domain,iana-id\nheld.org,850010\nelsewhere.org,850011', 'registry')
  const computed = await computeScores(officer, { period })
  if (!computed.ok) throw new Error(computed.error.code)
  const { runId } = computed.value
  const found = await unattributedOfRun(officer, { runId })
  expect(found?.names.map(({ domain, ianaId, in: lines }) => [domain, ianaId, lines.length])).toEqual([
    ['elsewhere.org', 850_011, 1],
    ['unknown.org', null, 2],
  ])
  expect(found?.run.remarks).toEqual(
    expect.arrayContaining([expect.stringContaining('counted for nobody: 2')]),
  )
  expect(await leagueTable(officer, { period, page: 1, text: '' })).toMatchObject({ unattributed: 2 })
  expect(await unattributedOfRun(await makePerson(), { runId })).toBeUndefined()
})
