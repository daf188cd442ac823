import type { IsoCategory } from '@/db/schema/labels'
import { classify } from './classify'
import { isoCategoryRows } from './country-codes'
import { allLabels } from './rules'

export type Inventory = {
  total: number
  single: number
  withDigit: number
  letterLetter: number
  iso3166: Record<IsoCategory, number>
  cctld: number
}

/** Counts all labels by class, ISO 3166-1 category and presence in the root (R1.1–R1.3). */
export function inventory(): Inventory {
  const labels = allLabels.map(classify)
  const ofClass = (name: string) => labels.filter((label) => label.class === name).length
  const ofCategory = (name: IsoCategory) => isoCategoryRows.filter((row) => row.category === name).length
  return {
    total: labels.length,
    single: ofClass('single'),
    withDigit: ofClass('with-digit'),
    letterLetter: ofClass('letter-letter'),
    iso3166: {
      'officially-assigned': ofCategory('officially-assigned'),
      'exceptionally-reserved': ofCategory('exceptionally-reserved'),
      'transitionally-reserved': ofCategory('transitionally-reserved'),
      'indeterminately-reserved': ofCategory('indeterminately-reserved'),
      'formerly-assigned': ofCategory('formerly-assigned'),
      'user-assigned': ofCategory('user-assigned'),
      unassigned: ofCategory('unassigned'),
    },
    cctld: labels.filter((label) => label.cctld).length,
  }
}
