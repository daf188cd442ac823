import { transactionColumns } from '@/domain/qpi/transaction-columns'

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
