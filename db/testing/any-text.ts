import fc from 'fast-check'

/** Surrogates stand for nothing by themselves: a code point is below them or above. */
const codePoint = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800))

/**
 * Any text for property tests, control characters and unassigned ones too, and what the library makes of ASCII, with names
 * such as `__proto__`. Its own any text (`unit: 'binary'`) lists all code points before it makes the first one, which takes
 * longer than the tests.
 */
export const anyText = (limits: { minLength?: number; maxLength?: number } = {}) =>
  fc.oneof(
    fc.array(codePoint, limits).map((points) => points.join('')),
    fc.string(limits),
  )
