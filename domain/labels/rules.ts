import type { LabelState } from '@/db/schema/labels'

/**
 * What a label is and how it moves (R1).
 *
 * Invariants:
 * - R1.1 A label is one or two characters of a–z and 0–9, always held in lower case: 36 + 1,296 = 1,332.
 * - R1.2 Its class follows from its characters alone and never changes.
 * - R1.4 It moves only along `labelTransitions`. `registered-before-programme` is never in the pool and never
 *   moves.
 */

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** All 1,332 labels, the 36 singles first, then the pairs row by row; letters before digits (R1.1). */
export const allLabels: readonly string[] = [
  ...CHARACTERS,
  ...[...CHARACTERS].flatMap((first) => [...CHARACTERS].map((second) => first + second)),
]

export type LabelClass = 'single' | 'with-digit' | 'letter-letter'

/** The class of a label that `parseLabel` accepted (R1.2). */
export function classOf(label: string): LabelClass {
  if (label.length === 1) return 'single'
  return /\d/.test(label) ? 'with-digit' : 'letter-letter'
}

/** A label in its folded form, or the reason why the text is none, in a sentence. */
export type ParsedLabel =
  | { ok: true; label: string }
  | { ok: false; code: 'label.not-a-label'; message: string }

/**
 * Reads a label as people write it: `Q7`, ` q7 `, `q7.org`, `Q7.ORG`. Everything but a–z, A–Z and 0–9 is
 * refused *before* folding, because folding turns some foreign letters (the Kelvin sign) into Latin ones
 * (R1.1).
 */
export function parseLabel(input: string): ParsedLabel {
  const written = input.trim()
  const label = written.replace(/\.org\.?$/i, '')
  if (/^[A-Za-z0-9]{1,2}$/.test(label)) return { ok: true, label: label.toLowerCase() }
  return { ok: false, code: 'label.not-a-label', message: `${whatIsWrong(label)} ${WHAT_IS_RIGHT}` }
}

const WHAT_IS_RIGHT = 'A label is one or two characters of a–z and 0–9.'

function whatIsWrong(label: string): string {
  if (label === '') return 'There is nothing to read.'
  if (label.includes('.')) return 'Only names directly under .org are allocated here.'
  if (/[^A-Za-z0-9-]/.test(label)) return 'It holds a character other than a letter a–z or a digit.'
  return label.includes('-')
    ? 'It holds a hyphen.'
    : `It has ${label.length.toLocaleString('en-GB')} characters.`
}

type Transition = { from: readonly LabelState[]; to: LabelState; rule: string }

/** Every move a label can make. `returned` in R1.4 is the move `return`: the label is `reserved` again. */
export const labelTransitions = {
  release: { from: ['reserved'], to: 'released', rule: 'R2.3' },
  withhold: { from: ['reserved', 'released'], to: 'withheld', rule: 'R1.4' },
  restore: { from: ['withheld'], to: 'reserved', rule: 'R1.4' },
  offer: { from: ['released'], to: 'offered', rule: 'R3.1' },
  'take-back': { from: ['offered'], to: 'released', rule: 'R7.4' },
  award: { from: ['offered'], to: 'awarded', rule: 'R10.1' },
  allocate: { from: ['awarded'], to: 'allocated', rule: 'R11.2' },
  return: { from: ['awarded', 'allocated'], to: 'reserved', rule: 'R1.4' },
} as const satisfies Record<string, Transition>

/** Whether some move leads from one state to the other (R1.4). */
export function canMove(from: LabelState, to: LabelState): boolean {
  return Object.values<Transition>(labelTransitions).some(
    (move) => move.to === to && move.from.includes(from),
  )
}
