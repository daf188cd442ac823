import { iso31661, iso31661Reserved } from 'iso-3166'

/**
 * ISO 3166-1 alpha-2 categories and ccTLDs as dated rows (R1.3). ISO's own list is not open data, so every row names
 * the list it was taken from, and holds from the first day for which that list is evidence. When ISO or the root zone
 * changes, the old row gets a `validTo` and a new row follows: a decision is judged by the row of its day.
 */

export type CountryCodeCategory =
  | 'officially-assigned'
  | 'exceptionally-reserved'
  | 'transitionally-reserved'
  | 'indeterminately-reserved'
  | 'formerly-assigned'
  | 'user-assigned'
  | 'unassigned'

/** The lists behind the rows: where each comes from, and the first day (ISO 8601) for which it is evidence. */
export const codeLists = {
  'iso-3166-4.4.0': {
    title: 'npm package iso-3166 4.4.0: officially assigned, reserved and formerly assigned codes',
    heldFrom: '2025-11-03',
  },
  'iso-3166-1-8.1.3': {
    title: 'ISO 3166-1:2013 (November 2013), 8.1.3: codes left to users (AA, QM–QZ, XA–XZ, ZZ)',
    heldFrom: '2013-12-01',
  },
  remainder: {
    title: 'Codes on none of the lists above',
    heldFrom: '2025-11-03',
  },
  'public-suffix-list-2026-08-19': {
    title: 'Public Suffix List of 19 August 2026, ICANN section: country-code domains in the root',
    heldFrom: '2026-08-19',
  },
} as const

export type CodeList = keyof typeof codeLists

/** One code's category. Dates are ISO 8601 days, `validTo` exclusive and null while the row holds. */
export type CountryCodeRow = {
  code: string
  category: CountryCodeCategory
  name?: string
  validFrom: string
  validTo: string | null
  source: CodeList
}

/** One country-code domain in the root, dated as above. */
export type CctldRow = { code: string; validFrom: string; validTo: string | null; source: CodeList }

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const allCodes = letters.flatMap((first) => letters.map((second) => first + second))
const userAssigned = /^(?:aa|q[m-z]|x[a-z]|zz)$/

const listed = new Map<string, { category: CountryCodeCategory; name: string }>()
for (const entry of iso31661) {
  listed.set(entry.alpha2.toLowerCase(), { category: 'officially-assigned', name: entry.name })
}
for (const entry of iso31661Reserved) {
  listed.set(entry.alpha2.toLowerCase(), { category: entry.state, name: entry.name })
}

/** The 676 letter-letter codes in alphabetical order, lower case, one current row each. */
export const countryCodeRows: readonly CountryCodeRow[] = allCodes.map((code) => {
  const entry = listed.get(code)
  if (entry) return { code, ...entry, ...since('iso-3166-4.4.0') }
  if (userAssigned.test(code)) return { code, category: 'user-assigned', ...since('iso-3166-1-8.1.3') }
  return { code, category: 'unassigned', ...since('remainder') }
})

/** Officially assigned, yet not delegated in the root. */
const notDelegated = ['bl', 'bq', 'eh', 'mf', 'um']
/** Delegated in the root, yet not officially assigned. */
const delegatedBeside = ['ac', 'eu', 'su', 'uk']

/** The 248 country-code domains in the root, in alphabetical order, lower case. */
export const cctldRows: readonly CctldRow[] = countryCodeRows
  .filter(
    ({ code, category }) =>
      delegatedBeside.includes(code) || (category === 'officially-assigned' && !notDelegated.includes(code)),
  )
  .map(({ code }) => ({ code, ...since('public-suffix-list-2026-08-19') }))

function since(source: CodeList) {
  return { validFrom: codeLists[source].heldFrom, validTo: null, source }
}
