import { iso31661, iso31661Reserved } from 'iso-3166'
import type { IsoCategory } from '@/db/schema/labels'

/**
 * ISO 3166-1 alpha-2 categories and ccTLDs as dated rows (R1.3). ISO's own list is not open data, so every
 * row names the list it was taken from, and holds from the first day for which that list is evidence. When
 * ISO or the root zone changes, the old row gets a `validTo` and a new row follows: a decision is judged by
 * the row of its day.
 */

/**
 * The lists behind the rows: where each comes from, and the first day (ISO 8601) for which it is evidence.
 */
export const codeLists = [
  {
    id: 'iso-3166-4.4.0',
    name: 'ISO 3166-1: officially assigned, reserved and formerly assigned codes',
    source: 'npm package iso-3166 4.4.0',
    asOf: '2025-11-03',
  },
  {
    id: 'iso-3166-1-8.1.3',
    name: 'ISO 3166-1: codes left to users (AA, QM–QZ, XA–XZ, ZZ)',
    source: 'ISO 3166-1:2013 (November 2013), 8.1.3',
    asOf: '2013-12-01',
  },
  {
    id: 'remainder',
    name: 'Codes in no category of ISO 3166-1',
    source: 'What the two lists of ISO 3166-1 leave',
    asOf: '2025-11-03',
  },
  {
    id: 'public-suffix-list-2026-08-19',
    name: 'Country-code domains in the root',
    source: 'Public Suffix List of 19 August 2026, ICANN section',
    asOf: '2026-08-19',
  },
] as const

type ListId = (typeof codeLists)[number]['id']

/** Dates are ISO 8601 days; `validTo` is exclusive, and null while the row holds. */
type Dated = { validFrom: string; validTo: string | null; listId: ListId }

/** One code's category and the name ISO gives the code; empty where it names nothing. */
export type IsoCategoryRow = Dated & { code: string; category: IsoCategory; name: string }

/** One country-code domain in the root. */
export type CctldRow = Dated & { code: string }

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const allCodes = letters.flatMap((first) => letters.map((second) => first + second))
const userAssigned = /^(?:aa|q[m-z]|x[a-z]|zz)$/

const listed = new Map<string, { category: IsoCategory; name: string }>()
for (const entry of iso31661) {
  listed.set(entry.alpha2.toLowerCase(), { category: 'officially-assigned', name: entry.name })
}
for (const entry of iso31661Reserved) {
  listed.set(entry.alpha2.toLowerCase(), { category: entry.state, name: entry.name })
}

/** The 676 letter-letter codes in alphabetical order, lower case, one current row each. */
export const isoCategoryRows: readonly IsoCategoryRow[] = allCodes.map((code) => {
  const entry = listed.get(code)
  if (entry) return { code, ...entry, ...since('iso-3166-4.4.0') }
  if (userAssigned.test(code))
    return { code, category: 'user-assigned', name: '', ...since('iso-3166-1-8.1.3') }
  return { code, category: 'unassigned', name: '', ...since('remainder') }
})

/** Officially assigned, yet not delegated in the root. */
const notDelegated = ['bl', 'bq', 'eh', 'mf', 'um']
/** Delegated in the root, yet not officially assigned. */
const delegatedBeside = ['ac', 'eu', 'su', 'uk']

/** The 248 country-code domains in the root, in alphabetical order, lower case. */
export const cctldRows: readonly CctldRow[] = isoCategoryRows
  .filter(
    ({ code, category }) =>
      delegatedBeside.includes(code) || (category === 'officially-assigned' && !notDelegated.includes(code)),
  )
  .map(({ code }) => ({ code, ...since('public-suffix-list-2026-08-19') }))

function since(listId: ListId): Dated {
  const list = codeLists.find(({ id }) => id === listId)
  return { validFrom: list!.asOf, validTo: null, listId }
}
