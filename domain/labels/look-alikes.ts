/** Characters that some typefaces draw alike, in both directions (R17.2). */
const alike: Record<string, string> = {
  '0': 'o',
  o: '0',
  '1': 'li',
  l: '1i',
  i: '1l',
  '5': 's',
  s: '5',
  '2': 'z',
  z: '2',
  '8': 'b',
  b: '8',
  '9': 'gq',
  g: '9q',
  q: '9g',
  u: 'v',
  v: 'u',
}

/** The labels that differ from this one in a single character that looks much the same. In alphabetical order. */
export function lookAlikes(label: string): string[] {
  return [...label]
    .flatMap((character, index) =>
      [...(alike[character] ?? '')].map((other) => label.slice(0, index) + other + label.slice(index + 1)),
    )
    .sort()
}
