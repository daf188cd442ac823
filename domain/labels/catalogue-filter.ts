import type { PublicStatus } from './public-status'
import { publicStatuses } from './public-status'

/**
 * What the catalogue shows, as its address says it: every choice is a parameter, so that a view can be linked, reloaded
 * and downloaded. Values that mean nothing are left out, never refused.
 */
export const labelKinds = {
  single: 'Single',
  'letter-letter': 'Letter, letter',
  'letter-digit': 'Letter, digit',
  'digit-letter': 'Digit, letter',
  'digit-digit': 'Digit, digit',
  'country-code': 'Country code',
} as const
export type LabelKind = keyof typeof labelKinds

export const sortKeys = ['name', 'status', 'round', 'reserve', 'price', 'applications', 'next'] as const
export type SortKey = (typeof sortKeys)[number]

export type CatalogueFilter = {
  statuses: PublicStatus[]
  kinds: LabelKind[]
  /** Slugs such as `1-2`. */
  rounds: string[]
  /** The chosen first character of the small-screen board. */
  first: string
  ink: 'status' | 'interest' | 'price'
  view: 'grid' | 'list'
  sort: SortKey
  descending: boolean
  /** From 1. */
  page: number
}

type Params = Record<string, string | string[] | undefined>

/** Reads a page's search parameters. */
export function readFilter(params: Params): CatalogueFilter {
  const one = (name: string) => [params[name]].flat()[0] ?? ''
  const many = (name: string) => [...new Set([params[name]].flat().join(',').split(','))]
  const sort = one('sort')
  return {
    statuses: publicStatuses.filter((status) => many('status').includes(status)),
    kinds: (Object.keys(labelKinds) as LabelKind[]).filter((kind) => many('class').includes(kind)),
    rounds: many('round')
      .filter((slug) => /^\d+-\d+$/.test(slug))
      .sort(),
    first: /^[a-z0-9]$/.test(one('first')) ? one('first') : 'a',
    ink: pick(['status', 'interest', 'price'], one('ink')),
    view: pick(['grid', 'list'], one('view')),
    sort: pick(sortKeys, sort.replace(/^-/, '')),
    descending: sort.startsWith('-'),
    page: /^[1-9]\d{0,3}$/.test(one('page')) ? Number(one('page')) : 1,
  }
}

function pick<T extends string>(allowed: readonly [T, ...T[]], value: string): T {
  return allowed.find((each) => each === value) ?? allowed[0]
}

/** The query string of a filter, in one spelling, without what is the default; starts with `?`, or is empty. */
export function writeFilter(filter: CatalogueFilter, change: Partial<CatalogueFilter> = {}): string {
  const next = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  const set = (name: string, value: string, usual = '') => value !== usual && query.set(name, value)
  set('status', next.statuses.join(','))
  set('class', next.kinds.join(','))
  set('round', next.rounds.join(','))
  set('first', next.first, 'a')
  set('ink', next.ink, 'status')
  set('view', next.view, 'grid')
  set('sort', `${next.descending ? '-' : ''}${next.sort}`, 'name')
  set('page', String(next.page), '1')
  const text = query.toString().replaceAll('%2C', ',')
  return text && `?${text}`
}

/** The list with the value added, or taken out if it was in it. */
export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
}

/** What the filter looks at in a name. */
export type Filterable = {
  label: string
  status: PublicStatus
  countryCode: boolean
  /** The rounds it stands or stood in. */
  rounds?: readonly string[] | undefined
}

/** Whether the filter lets a name through: any of the chosen values within each of the three choices. */
export function passes(filter: CatalogueFilter, entry: Filterable): boolean {
  return (
    (filter.statuses.length === 0 || filter.statuses.includes(entry.status)) &&
    (filter.kinds.length === 0 || filter.kinds.some((kind) => isOfKind(entry, kind))) &&
    (filter.rounds.length === 0 || (entry.rounds ?? []).some((slug) => filter.rounds.includes(slug)))
  )
}

/** Whether something is chosen at all. */
export function isFiltered({ statuses, kinds, rounds }: CatalogueFilter): boolean {
  return statuses.length + kinds.length + rounds.length > 0
}

export function isOfKind({ label, countryCode }: Pick<Filterable, 'label' | 'countryCode'>, kind: LabelKind) {
  if (kind === 'country-code') return countryCode
  if (label.length === 1) return kind === 'single'
  return kind === [...label].map((character) => (/\d/.test(character) ? 'digit' : 'letter')).join('-')
}
