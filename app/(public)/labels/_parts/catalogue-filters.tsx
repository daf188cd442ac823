import { statusWords } from '@/components/labels/status-words'
import { Chip } from '@/components/ui/chip'
import {
  type CatalogueFilter,
  isOfKind,
  type LabelKind,
  labelKinds,
  toggled,
  writeFilter,
} from '@/domain/labels/catalogue-filter'
import type { CatalogueEntry } from '@/domain/labels/public-queries'
import type { PublicStatus } from '@/domain/labels/public-status'
import { readRoundSlug } from '@/domain/rounds/round-address'

/** In the order of interest: what takes applications or bids first. */
const statuses: PublicStatus[] =
  'open live review qualified closed awarded allocated released reserved withheld before'.split(
    ' ',
  ) as PublicStatus[]

/** The legend and the filters in one: each chip counts all names of its kind and is a link that adds or removes it. */
export function CatalogueFilters({
  entries,
  filter,
}: {
  entries: CatalogueEntry[]
  filter: CatalogueFilter
}) {
  const rounds = roundsOf(entries)
  const href = (change: Partial<CatalogueFilter>) => `/labels${writeFilter(filter, change)}`
  const present = statuses.filter(
    (status) => filter.statuses.includes(status) || entries.some((entry) => entry.status === status),
  )
  return (
    <div className="filters">
      <Row name="Status">
        {present.map((status) => (
          <Chip
            key={status}
            status={status}
            text={statusWords[status].short}
            count={entries.filter((entry) => entry.status === status).length}
            pressed={filter.statuses.includes(status)}
            href={href({ statuses: toggled(filter.statuses, status) })}
          />
        ))}
      </Row>
      <Row name="Class">
        {(Object.keys(labelKinds) as LabelKind[]).map((kind) => (
          <Chip
            key={kind}
            text={labelKinds[kind]}
            count={entries.filter((entry) => isOfKind(entry, kind)).length}
            pressed={filter.kinds.includes(kind)}
            href={href({ kinds: toggled(filter.kinds, kind) })}
          />
        ))}
      </Row>
      {rounds.length > 0 && (
        <Row name="Round">
          {rounds.map(({ slug, text, count }) => (
            <Chip
              key={slug}
              text={text}
              count={count}
              pressed={filter.rounds.includes(slug)}
              href={href({ rounds: toggled(filter.rounds, slug) })}
            />
          ))}
        </Row>
      )}
    </div>
  )
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="filter-row">
      <span id={`filter-${name}`}>{name}</span>
      <nav className="chips" aria-labelledby={`filter-${name}`}>
        {children}
      </nav>
    </div>
  )
}

/** The rounds that names stand or stood in, in order; with their phase once there is more than one. */
function roundsOf(entries: CatalogueEntry[]) {
  const rounds = new Map<string, { phase: number; number: number; count: number }>()
  for (const slug of entries.flatMap(({ rounds }) => rounds ?? [])) {
    const round = readRoundSlug(slug)
    if (round) rounds.set(slug, { ...round, count: (rounds.get(slug)?.count ?? 0) + 1 })
  }
  const phases = new Set([...rounds.values()].map(({ phase }) => phase))
  return [...rounds]
    .map(([slug, { phase, number, count }]) => ({
      slug,
      count,
      order: phase * 10_000 + number,
      text: phases.size > 1 ? `Phase ${phase}, round ${number}` : `Round ${number}`,
    }))
    .sort((a, b) => a.order - b.order)
}
