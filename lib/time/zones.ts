/**
 * Time zones are IANA names (`America/New_York`). Offsets such as `+05:30` are none: they know no daylight
 * saving.
 */

const listed = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])

/** Whether the runtime knows this IANA zone. It lists their present names; older ones it knows all the same. */
export function isZone(name: string): boolean {
  if (listed.has(name)) return true
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,49}$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The zones to choose from, UTC first, then in alphabetical order. */
export function listZones(): string[] {
  return [...listed]
}
