import type { StatementContent } from './statement-content'

/** A statement as lines of a table: what, of which, and the figure; amounts in whole cents. */
export function linesOfStatement({
  content,
  hash,
  frozen,
}: {
  content: StatementContent
  hash: string
  frozen: { version: number } | null
}): string[][] {
  const { quarter, from, to, ordinary, programme, tables } = content
  return [
    ['item', 'of', 'value'],
    ['quarter', quarter, `${from}/${to}`],
    ['statement', frozen ? `version ${frozen.version}` : 'not frozen', hash],
    ['ordinary_revenue_usd_cents', ordinary.source, ordinary.revenueMinor],
    ['annual_increments', ordinary.source, ordinary.increments],
    ['programme_revenue_usd_cents', programme.words, programme.revenueMinor],
    ...programme.names.map(({ label, day, countedMinor }) => [
      'name_usd_cents',
      `${label}.org ${day}`,
      countedMinor,
    ]),
    ...tables.flatMap(({ id, verified, fee }) => {
      const table = `table ${id}, ${verified ? 'verified' : 'unverified'}`
      if (!fee) return [['fee_usd_cents', table, '']]
      return [
        ['average_usd_cents', table, fee.averageMinor],
        ['average_without_programme_usd_cents', table, fee.averageWithoutMinor],
        ['rate_usd_cents', table, fee.ratePerIncrementMinor],
        ['fee_usd_cents', table, fee.feeMinor],
        ['fee_without_programme_usd_cents', table, fee.feeWithoutMinor],
      ]
    }),
  ]
}
