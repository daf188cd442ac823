import { type CaseCell, CaseGrid } from '@/components/labels/case-grid'
import { statusWords } from '@/components/labels/status-words'
import { type CatalogueFilter, passes, writeFilter } from '@/domain/labels/catalogue-filter'
import { inkStep, interestScale, priceScale } from '@/domain/labels/ink-scales'
import type { CatalogueEntry } from '@/domain/labels/public-queries'
import { formatWords } from '@/domain/rounds/format-words'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'

/** The grid with the filters and the ink of the address. A filtered-out name keeps its place. */
export function CatalogueCase({
  entries,
  filter,
  zone,
}: {
  entries: CatalogueEntry[]
  filter: CatalogueFilter
  zone: string
}) {
  const cells = entries.map((entry): CaseCell => {
    const ink = inkOf(entry, filter.ink)
    return {
      label: entry.label,
      status: entry.status,
      href: `/labels/${entry.label}`,
      accessibleName: nameOf(entry, filter.ink),
      dimmed: !passes(filter, entry) || ink === undefined,
      ...(typeof ink !== 'object' && ink !== undefined && { ink }),
    }
  })
  const notes = Object.fromEntries(
    entries.flatMap((entry) => (entry.round ? [[entry.label, notesOf(entry, zone)]] : [])),
  )
  return (
    <CaseGrid
      cells={cells}
      first={filter.first}
      firstHref={(first) => `/labels${writeFilter(filter, { first })}#case`}
      notes={notes}
    />
  )
}

/** The step to ink; `null` leaves the status to show, undefined is a name without a figure. */
function inkOf(entry: CatalogueEntry, ink: CatalogueFilter['ink']): CaseCell['ink'] | null {
  if (ink === 'status') return null
  if (ink === 'price')
    return entry.priceMinor === undefined ? undefined : inkStep(priceScale, entry.priceMinor)
  if (entry.applications === 'hidden') return 'hidden'
  return entry.applications === undefined ? undefined : inkStep(interestScale, entry.applications)
}

function nameOf(entry: CatalogueEntry, ink: CatalogueFilter['ink']): string {
  const parts = [`${entry.label}.org`, statusWords[entry.status].word.toLowerCase()]
  if (entry.round) parts.push(`round ${entry.round.number}${entry.round.suspended ? ', suspended' : ''}`)
  if (ink === 'interest' && entry.applications !== undefined)
    parts.push(
      entry.applications === 'hidden' ? 'applications not shown yet' : `${entry.applications} applications`,
    )
  if (ink === 'price' && entry.priceMinor !== undefined) parts.push(formatMoney(entry.priceMinor))
  return parts.join(', ')
}

function notesOf({ round, reserveMinor, priceMinor, applications, next }: CatalogueEntry, zone: string) {
  const note = (term: string, value: string | undefined) => (value === undefined ? [] : [{ term, value }])
  return [
    ...note('Round', round && `${round.number}, ${formatWords[round.format].toLowerCase()}`),
    ...note('Reserve', reserveMinor === undefined ? undefined : formatMoney(reserveMinor)),
    ...note('Price', priceMinor === undefined ? undefined : formatMoney(priceMinor)),
    ...note('Applications', applications === 'hidden' ? 'after they close' : applications?.toString()),
    ...note(
      next?.what ?? 'Next',
      round?.suspended ? 'round suspended' : next && formatInstant(next.at, zone),
    ),
  ]
}
