import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Segments } from '@/components/ui/tabs'
import { type CatalogueFilter, isFiltered, writeFilter } from '@/domain/labels/catalogue-filter'

/** How many names the filters leave, and the two choices about how they are shown. */
export function FilterBar({
  shown,
  total,
  filter,
}: {
  shown: number
  total: number
  filter: CatalogueFilter
}) {
  const href = (change: Partial<CatalogueFilter>) => `/labels${writeFilter(filter, change)}`
  return (
    <div className="filter-bar">
      <div className="row">
        <p className="small soft" role="status">
          <b className="num">{shown.toLocaleString('en')}</b> of {total.toLocaleString('en')} shown
        </p>
        {isFiltered(filter) && (
          <Button variant="quiet" size="s" href={href({ statuses: [], kinds: [], rounds: [] })}>
            Clear filters
          </Button>
        )}
      </div>
      <div className="row">
        {filter.view === 'grid' && (
          <span className="row">
            <span className="small muted">Colour shows</span>
            <Segments
              label="Colour shows"
              items={[
                { href: href({ ink: 'status' }), text: 'Status', current: filter.ink === 'status' },
                { href: href({ ink: 'interest' }), text: 'Interest', current: filter.ink === 'interest' },
                { href: href({ ink: 'price' }), text: 'Price', current: filter.ink === 'price' },
              ]}
            />
          </span>
        )}
        <Segments
          label="Show as"
          items={[
            {
              href: href({ view: 'grid' }),
              text: <View icon="layout-grid">Grid</View>,
              current: filter.view === 'grid',
            },
            {
              href: href({ view: 'list' }),
              text: <View icon="list">List</View>,
              current: filter.view === 'list',
            },
          ]}
        />
      </div>
    </div>
  )
}

function View({ icon, children }: { icon: 'layout-grid' | 'list'; children: string }) {
  return (
    <>
      <Icon name={icon} size="s" />
      {children}
    </>
  )
}
