import { publicProceeds } from '@/domain/proceeds/public-queries'
import { answerData } from '../answer-data'

/** Proceeds by phase and by year with their parts, and the shares behind them (R14.3, R17.1). */
export async function GET(request: Request): Promise<Response> {
  const { phases, years, shares, partNames } = await publicProceeds()
  const rows = [
    ...phases.map((row) => ({ by: 'phase' as const, ...row })),
    ...years.map((row) => ({ by: 'year' as const, ...row })),
  ].map(({ by, key, names, awardedMinor, receivedMinor, partsMinor }) => ({
    by,
    key,
    names,
    awardedMinor,
    receivedMinor,
    parts: partNames.map((name, index) => ({ name, minor: partsMinor[index] ?? 0n })),
  }))
  return answerData(request, 'proceeds', { proceeds: rows, shares }, () => ({
    columns: ['by', 'key', 'names', 'awarded_usd_cents', 'received_usd_cents', 'part', 'part_usd_cents'],
    rows: rows.flatMap(({ parts, ...row }) =>
      parts.map(({ name, minor }) => [
        row.by,
        row.key,
        row.names,
        row.awardedMinor,
        row.receivedMinor,
        name,
        minor,
      ]),
    ),
  }))
}
