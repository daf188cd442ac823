import { iso31661 } from 'iso-3166'

/** Countries by ISO 3166-1 alpha-2, in the alphabet of their English names. */
export const countries: readonly { code: string; name: string }[] = iso31661
  .filter(({ state }) => state === 'assigned')
  .map(({ alpha2, name }) => ({ code: alpha2, name }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'))

const names = new Map(countries.map(({ code, name }) => [code, name]))

/** The English name of a country, or undefined when the code is none. */
export function countryName(code: string): string | undefined {
  return names.get(code)
}
