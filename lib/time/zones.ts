/**
 * Time zones are IANA names (`America/New_York`). Offsets such as `+05:30` are none: they know no daylight
 * saving.
 */

/** Whether the runtime knows this IANA zone. */
export function isZone(name: string): boolean {
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
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]
}
