import type { EvidenceKind, IsoCategory, ReleaseBasis } from '@/db/schema/labels'

/**
 * The country-code facts of a label on the day of the decision; category null for a label that can be no
 * code.
 */
export type CountryCodeFacts = { category: IsoCategory | null; cctld: boolean }

/**
 * The routes open to a label, the usual one first. A ccTLD in the root needs the government and its manager
 * even where ISO lists the code only as reserved (R2.2: AC, EU, SU, UK).
 *
 * User-assigned codes keep the two routes of every other category; R2.2 lightens only what is filed for them.
 * The Maintenance Agency has left these codes to users for good, so its consent is on record in the standard
 * itself and the recorded check that a code is one of them stands in its place.
 */
export function releaseRoutes({ category, cctld }: CountryCodeFacts): ReleaseBasis[] {
  if (category === null) return ['no-country-code']
  if (cctld || category === 'officially-assigned')
    return ['government-and-cctld-manager', 'confusion-measures']
  return ['iso-3166-ma', 'confusion-measures']
}

/**
 * What must be filed to release a label of this category on this basis (R2.2). Nothing without a country
 * code.
 */
export function requiredEvidence(basis: ReleaseBasis, category: IsoCategory | null): EvidenceKind[] {
  switch (basis) {
    case 'no-country-code':
      return []
    case 'government-and-cctld-manager':
      return ['government-agreement', 'cctld-manager-agreement']
    case 'iso-3166-ma':
      return [category === 'user-assigned' ? 'user-assigned-check' : 'maintenance-agency-consent']
    case 'confusion-measures':
      return ['measures-package']
  }
}
