/**
 * Whether someone typed what was to be typed: case and spaces do not matter, and a name may be written out, `b1.org` for
 * `b1`.
 */
export function sameWords(typed: string, expected: string): boolean {
  return plain(typed) === plain(expected)
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\.org(?= |$)/g, '')
}
