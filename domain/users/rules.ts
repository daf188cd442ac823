import type { ErrorCode } from '@/lib/errors'
import { commonWords } from './common-words'

/**
 * What a password may be (ASVS V6.2): 12 to 128 characters of any kind, no rules of composition, nothing common, nothing
 * of the person or the site. A sentence passes; a bent word with numbers behind it does not.
 */
export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128

const OWN_WORDS = ['publicinterestregistry', 'shortnames', 'pir.org', 'publicinterest']

/** The code of what is wrong with a password for this person, or undefined. */
export function passwordProblem(
  password: string,
  person: { email: string; name: string },
): Extract<ErrorCode, `password.${string}`> | undefined {
  const length = [...password].length
  if (length < PASSWORD_MIN) return 'password.too-short'
  if (length > PASSWORD_MAX) return 'password.too-long'
  if (isCommonPassword(password)) return 'password.common'
  const joined = password.toLowerCase().replace(/[\s_-]/g, '')
  const context = [...contextWords(person), ...OWN_WORDS]
  return context.some((word) => joined.includes(word)) ? 'password.context' : undefined
}

/** The address and the parts of it and of the name that are long enough to be recognised. */
function contextWords({ email, name }: { email: string; name: string }): string[] {
  const [local = '', host = ''] = email.toLowerCase().split('@')
  const words = [
    local,
    ...local.split(/[^a-z0-9]+/),
    host.split('.').at(-2) ?? '',
    ...name.toLowerCase().split(/[\s,.-]+/),
  ]
  return words.filter((word) => [...word].length >= 4)
}

const BENT: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '+': 't',
}

/**
 * Whether a password is one of the usual kind: a common word or two, perhaps bent (`p4$$w0rd`), with digits or signs
 * around or between; digits alone; a short piece over and over; a run of the alphabet, the digits or the keyboard.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase()
  if (/^[\d\s./-]+$/.test(plain) || isRepeated(plain) || isRun(plain)) return true
  return [plain, unbend(plain)].some((text) => isWordOrTwo(text.replace(NO_LETTERS, ''))) || isBentCore(plain)
}

/** Digits, spaces and signs of ASCII. */
const NO_LETTERS = /[\s!-@[-`{-~]/g

/** Bent letters in the middle, real digits at the ends: `123p4ssw0rd2024`. */
function isBentCore(text: string): boolean {
  const core = text.replace(/^[^a-z@$]+/, '').replace(/[^a-z@$]+$/, '')
  return core !== '' && isWordOrTwo(unbend(core).replace(NO_LETTERS, ''))
}

function unbend(text: string): string {
  return [...text].map((character) => BENT[character] ?? character).join('')
}

function isWordOrTwo(letters: string): boolean {
  if (letters === '') return false
  if (isRepeated(letters) || commonWords.has(letters)) return true
  for (let cut = 1; cut < letters.length; cut++)
    if (commonWords.has(letters.slice(0, cut)) && commonWords.has(letters.slice(cut))) return true
  return false
}

/** A piece of up to six characters and nothing else: `abcabcabcabc`, `aaaaaaaaaaaa`. */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= 6 && size * 2 <= text.length; size++)
    if (
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length)
    )
      return true
  return false
}

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '!@#$%^&*()_+',
  'qazwsxedcrfvtgbyhnujmikolp',
]

/** Nothing but stretches of four or more along a row, forwards or backwards. */
function isRun(text: string): boolean {
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join('')])
  let rest = text
  while (rest.length > 0) {
    const stretch = longestStretch(rest, rows)
    if (stretch < Math.min(4, rest.length)) return false
    rest = rest.slice(stretch)
  }
  return true
}

function longestStretch(text: string, rows: string[]): number {
  for (let size = text.length; size > 0; size--)
    if (rows.some((row) => row.includes(text.slice(0, size)))) return size
  return 0
}
