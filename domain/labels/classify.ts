import type { IsoCategory, ReleaseBasis } from '@/db/schema/labels'
import { cctldRows, isoCategoryRows } from './country-codes'
import { releaseRoutes } from './release-routes'
import { classOf, type LabelClass } from './rules'

/** A label with what its characters and today's country-code lists say about it. */
export type ClassifiedLabel = {
  label: string
  class: LabelClass
  /** Null for `single` and `with-digit`: they can be no country code (R2.1). */
  iso3166: IsoCategory | null
  cctld: boolean
  routes: ReleaseBasis[]
}

const categories = new Map(isoCategoryRows.map((row) => [row.code, row.category]))
const cctlds = new Set(cctldRows.map((row) => row.code))

/**
 * Classifies a label that `parseLabel` accepted, by the lists the portal ships. For a decision on another
 * day, read the dated rows of the database and ask `releaseRoutes` (R1.3).
 */
export function classify(label: string): ClassifiedLabel {
  const iso3166 = categories.get(label) ?? null
  const cctld = cctlds.has(label)
  return { label, class: classOf(label), iso3166, cctld, routes: releaseRoutes({ category: iso3166, cctld }) }
}
