import { passes, readFilter } from '@/domain/labels/catalogue-filter'
import { catalogue } from '@/domain/labels/public-queries'
import { classOf } from '@/domain/labels/rules'
import { answerData } from '../answer-data'

const columns = [
  'label',
  'class',
  'status',
  'country_code',
  'round',
  'format',
  'reserve_usd_cents',
  'price_usd_cents',
  'applications',
  'next',
  'next_at',
]

/** The catalogue, narrowed by the same parameters as its page: `status`, `class`, `round`. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams
  const filter = readFilter(Object.fromEntries(params))
  const entries = (await catalogue()).filter((entry) => passes(filter, entry))
  const labels = entries.map(({ label, status, countryCode, round, next, applications, ...entry }) => ({
    label,
    class: classOf(label),
    status,
    countryCode,
    round: round?.slug ?? null,
    format: round?.format ?? null,
    suspended: round?.suspended ?? false,
    reserveMinor: entry.reserveMinor ?? null,
    priceMinor: entry.priceMinor ?? null,
    applications: typeof applications === 'number' ? applications : null,
    next: next ?? null,
  }))
  return answerData(request, 'labels', { labels }, () => ({
    columns,
    rows: labels.map((row) => [
      row.label,
      row.class,
      row.status,
      row.countryCode,
      row.round,
      row.format,
      row.reserveMinor,
      row.priceMinor,
      row.applications,
      row.next?.what,
      row.next?.at,
    ]),
  }))
}
