import { publishPromotion } from '@/domain/promotions/publish-promotion'
import { transactionColumns } from '@/domain/qpi/transaction-columns'
import { readFile } from '@/domain/qpi-inputs/read-file'
import { computeScores } from '@/domain/qpi-scores/compute-scores'
import type { Actor, Person } from '@/lib/access/actor'
import type { Answer } from '@/lib/door/definition'
import { approve } from './approvals'
import { makePerson } from './people'

/** A synthetic transactions report: each registrar’s figures by column, everything else 0, and the totals. */
export function reportCsv(
  rows: readonly ({ name?: string; ianaId: number } & Record<string, number | string | undefined>)[],
): string {
  const line = (name: string, id: number | '', of: (column: string) => number) =>
    [`"${name}"`, id, ...transactionColumns.slice(2).map(of)].join(',')
  const figure = (row: (typeof rows)[number], column: string) => Number(row[column] ?? 0)
  return [
    transactionColumns.join(','),
    ...rows.map((row) =>
      line(row.name ?? `Sample ${row.ianaId} (fictional)`, row.ianaId, (c) => figure(row, c)),
    ),
    line('Totals', '', (column) => rows.reduce((sum, row) => sum + figure(row, column), 0)),
  ].join('\n')
}

/** A file of names counted by registrar: `countsCsv('used', { 800001: [3, 5] })`. */
export function countsCsv(columns: string, rows: Record<number, readonly [number, number]>): string {
  return [
    `iana-id,${columns}`,
    ...Object.entries(rows).map(([id, [part, whole]]) => `${id},${part},${whole}`),
  ].join('\n')
}

/** What `qpi-file.read` takes. */
export function qpiFile(kind: string, period: string, text: string, source = kind) {
  return { kind, source, period, fileName: `${kind}.csv`, content: Buffer.from(text).toString('base64') }
}

/** A registrar’s month: names, and how many of them are what. */
export type Portfolio = {
  ianaId: number
  name?: string
  domains: number
  /** Shares from 0 to 1. */
  /** Null: the file does not name it. */
  renewed: number | null
  used: number
  secured: number
  signed: number
  /** New names for one, two and three years. */
  terms: readonly [number, number, number]
  /** Malicious names: after how many hours each was mitigated; null, not yet. */
  listed?: readonly (number | null)[]
}

/** Reads all files of a month and computes its scores, as an officer would. */
export async function makeScoredMonth(
  officer: Actor,
  period: string,
  portfolios: readonly Portfolio[],
): Promise<{ runId: string; fileId: string }> {
  const part = (of: (portfolio: Portfolio) => number | null) =>
    Object.fromEntries(
      portfolios.flatMap((each) => {
        const share = of(each)
        return share === null
          ? []
          : [[each.ianaId, [Math.round(share * each.domains), each.domains] as const] as const]
      }),
    )
  const [first] = portfolios
  const listed = portfolios.flatMap(({ ianaId, listed: hours = [] }) =>
    hours.map((each, n) => ({ ianaId, hours: each, domain: `listed-${ianaId}-${n}.org` })),
  )
  const seen = `${period}-02T00:00:00Z`
  const gone = (hours: number | null) =>
    hours === null ? '' : new Date(Date.parse(seen) + hours * 3_600_000).toISOString()
  const listing = [
    'domain,first-seen,mitigated,class',
    ...listed.map(({ domain, hours }) => `${domain},${seen},${gone(hours)},malicious`),
  ].join('\n')
  const files = [
    qpiFile(
      'transactions',
      period,
      reportCsv(
        portfolios.map(({ ianaId, name, domains, terms }) => ({
          ...{ ianaId, 'total-domains': domains, 'net-adds-1-yr': terms[0] },
          ...{ 'net-adds-2-yr': terms[1], 'net-adds-3-yr': terms[2], ...(name && { name }) },
        })),
      ),
      'icann',
    ),
    qpiFile(
      'renewal',
      period,
      countsCsv(
        'renewed,expiring',
        part(({ renewed }) => renewed),
      ),
      'registry',
    ),
    qpiFile(
      'usage',
      period,
      countsCsv(
        'used,domains',
        part(({ used }) => used),
      ),
      'crawler',
    ),
    qpiFile(
      'ssl',
      period,
      countsCsv(
        'secured,domains',
        part(({ secured }) => secured),
      ),
      'crawler',
    ),
    qpiFile(
      'dnssec',
      period,
      countsCsv(
        'signed,domains',
        part(({ signed }) => signed),
      ),
      'zone',
    ),
    qpiFile('abuse', period, listing, 'urlhaus'),
    qpiFile('abuse', period, `# of ${first?.ianaId}\ndomain,first-seen,mitigated,class`, 'phishtank'),
    qpiFile(
      'holders',
      period,
      [
        'domain,iana-id',
        `nothing-else.org,${first?.ianaId}`,
        ...listed.map(({ domain, ianaId }) => `${domain},${ianaId}`),
      ].join('\n'),
      'registry',
    ),
  ]
  const ids: string[] = []
  for (const file of files) ids.push((await done(readFile(officer, file))).fileId)
  const { runId } = await done(computeScores(officer, { period }))
  return { runId, fileId: ids[0]! }
}

/** A promotion of a month, published by two people. */
export async function makePromotion(officer: Person, period: string): Promise<string> {
  const asked = publishPromotion(officer, {
    ...{ name: 'A promotion', baseline: '60', period, opensOn: '2999-01-01', closesOn: '2999-02-01' },
    terms: 'On the terms of the promotion.',
  })
  const second = await makePerson({ roles: ['programme-officer'] })
  const published = (await done(approve(await asked, second))) as { promotionId: string }
  return published.promotionId
}

async function done<T>(answer: Promise<Answer<T>>): Promise<T> {
  const given = await answer
  if (!given.ok) throw new Error(`${given.error.code}: ${JSON.stringify(given.error.fields ?? {})}`)
  return given.value
}
