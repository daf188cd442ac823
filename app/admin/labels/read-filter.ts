import type { OfficerFilter } from '@/domain/labels/officer-queries'
import { isoCategoryNames, labelStates } from '@/domain/labels/words'

type Given = Record<string, string | string[] | undefined>

const classes = ['single', 'with-digit', 'letter-letter'] as const

/** The filter that an address names; what means nothing counts as absent. */
export function readFilter(given: Given): OfficerFilter {
  const one = (name: string) => [given[name]].flat()[0] ?? ''
  const state = labelStates.find((known) => known === one('state'))
  const found = classes.find((known) => known === one('class'))
  const category = isoCategoryNames.find((known) => known === one('category'))
  return {
    ...(state && { state }),
    ...(found && { class: found }),
    ...(category && { category }),
    ...(one('flagged') && { flagged: true }),
    ...(one('begins') && { begins: one('begins').slice(0, 10) }),
    page: Math.min(1000, Math.max(1, Number.parseInt(one('page'), 10) || 1)),
  }
}

/** The address of a filter with some of it changed; a change begins at the first page again. */
export function filterHref(filter: OfficerFilter, change: Partial<OfficerFilter>): string {
  const next = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  if (next.state) query.set('state', next.state)
  if (next.class) query.set('class', next.class)
  if (next.category) query.set('category', next.category)
  if (next.flagged) query.set('flagged', 'yes')
  if (next.begins) query.set('begins', next.begins)
  if (next.page > 1) query.set('page', String(next.page))
  const text = query.toString()
  return text ? `/admin/labels?${text}` : '/admin/labels'
}
