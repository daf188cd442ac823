/**
 * Reference numbers of applications, such as `PIR-2026-Q7-K3ZE-9`: year, label, four random characters, check
 * character.
 *
 * They are read out over the telephone and typed from paper. The random part and the check character leave
 * out I, L, O and U; the label keeps them, because `o` and `0` are different names. The check character is
 * the position-weighted sum of all characters modulo the prime 37, so it finds every single wrong character
 * and every swap of two.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODES = 2 ** 20

/**
 * Makes the reference number of an application for `label` begun at `at` (its year is UTC's).
 * `random`: three random bytes. The number is not unique by itself; the database sees to that.
 */
export function makeReferenceNumber(label: string, at: Date, random: Uint8Array): string {
  const [first = 0, second = 0, third = 0] = random
  const drawn = (first << 12) | (second << 4) | (third >> 4)
  const front = `${at.getUTCFullYear()}-${label.toUpperCase()}`
  for (let step = 0; ; step++) {
    const code = encode((drawn + step) % CODES)
    const check = checkCharacter(`${front}${code}`)
    if (check !== null) return `PIR-${front}-${code}-${check}`
  }
}

/**
 * Reads a reference number as people type it — small letters, spaces for hyphens or none, O for 0 and I or L
 * for 1 in the random part — and returns it as printed; null when it is none or its check character does not
 * fit.
 */
export function readReferenceNumber(text: string): string | null {
  const bare = text.toUpperCase().replace(/[\s-]/g, '')
  const parts = /^PIR(\d{4})([A-Z0-9]{1,2})([A-TV-Z0-9]{4})([A-TV-Z0-9])$/.exec(bare)
  if (!parts) return null
  const [, year, label] = parts
  const [code, check] = [plain(parts[3]), plain(parts[4])]
  return checkCharacter(`${year}${label}${code}`) === check ? `PIR-${year}-${label}-${code}-${check}` : null
}

function encode(code: number): string {
  return [15, 10, 5, 0].map((shift) => ALPHABET[(code >> shift) & 31]).join('')
}

function plain(characters = ''): string {
  return characters.replace(/O/g, '0').replace(/[IL]/g, '1')
}

/** Null where the sum falls on one of the five values without a character: such a code is not given out. */
function checkCharacter(text: string): string | null {
  const characters = [...text.replace(/-/g, '')]
  const sum = characters.reduce((total, character, i) => total + (i + 1) * Number.parseInt(character, 36), 0)
  const character = (sum % 37).toString(36).toUpperCase()
  return character.length === 1 && ALPHABET.includes(character) ? character : null
}
