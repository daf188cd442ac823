/**
 * Words in a text, found again: a passage that was cited, and what somebody looks for in a plan. The same on the server
 * and in the browser.
 *
 * Invariants:
 * - A passage is the same passage however its blanks and lines fall: the page breaks lines where the text has none.
 *   Everything else must be the same, to the letter.
 * - Equal passages are counted from the front, from 0, and never overlap.
 */

/** Where words stand in a text: offsets, half-open. */
export type Place = { start: number; end: number }

export const MOST_QUOTE = 1000
export const MOST_CITATIONS = 10

/** A quote as it is kept: on one line, single blanks. */
export function plainQuote(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Every place of a quote in a text. */
export function findPassages(text: string, quote: string): Place[] {
  return locate(text, quote, (character) => (/\s/.test(character) ? '' : character))
}

/** Every place of the words looked for: blanks count, but not how many; capitals and accents do not. */
export function searchText(text: string, wanted: string): Place[] {
  return locate(text, plainQuote(wanted), (character, before) => {
    if (/\s/.test(character)) return before === ' ' ? '' : ' '
    return character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  })
}

type Reduce = (character: string, before: string) => string

/** Looks in the reduced text, and leads each find back to where it stands in the whole one. */
function locate(text: string, wanted: string, reduce: Reduce): Place[] {
  const [within, looked] = [reduced(text, reduce), reduced(wanted, reduce).text]
  const places: Place[] = []
  if (looked === '') return places
  for (let at = within.text.indexOf(looked); at >= 0; at = within.text.indexOf(looked, at + looked.length)) {
    const last = at + looked.length - 1
    places.push({ start: within.origins[at]!, end: within.origins[last]! + 1 })
  }
  return places
}

function reduced(text: string, reduce: Reduce): { text: string; origins: number[] } {
  const origins: number[] = []
  let shorter = ''
  for (let index = 0; index < text.length; index++) {
    const kept = reduce(text[index]!, shorter.at(-1) ?? '')
    shorter += kept
    for (let each = 0; each < kept.length; each++) origins.push(index)
  }
  return { text: shorter, origins }
}
