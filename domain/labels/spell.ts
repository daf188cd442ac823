/**
 * How a label is read aloud, one character after the other: `q7` → `letter q, digit 7`. Confusable pairs (0o, 1l, vv)
 * are told apart by it, so it stands beside every label that is acted on.
 * Takes a valid label: one or two of a–z and 0–9. The invented name of a practice is read as the words it is.
 */
export function spell(label: string): string {
  if (label.length > 2) return label.replace('-', ' ')
  return [...label].map((character) => `${/\d/.test(character) ? 'digit' : 'letter'} ${character}`).join(', ')
}
