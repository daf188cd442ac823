import type { Delivery } from '@/db/schema/system'

type Kind = {
  words: string
  what: string
  templates: readonly string[]
  /** Whether a person may have it otherwise than at once. */
  fixed?: true
}

/**
 * Letters by what they are about. Whatever carries a deadline, a decision or a warning goes at once, and so does a letter
 * whose template nobody put here: nothing becomes optional by being forgotten.
 */
export const letterKinds = {
  security: {
    words: 'Security of your account',
    what: 'Sign-ins from elsewhere, changes of password and second factor, roles',
    templates: [
      'new-device',
      'password-changed',
      'second-factor-changed',
      'recovery-code-used',
      'account-status',
      'role-granted',
      'role-revoked',
    ],
    fixed: true,
  },
  deadlines: {
    words: 'Decisions and deadlines',
    what: 'Whatever you must answer, pay or know in time',
    templates: [],
    fixed: true,
  },
  receipts: {
    words: 'Confirmations',
    what: 'Copies of what you or your colleagues handed in',
    templates: ['application-receipt', 'application-withdrawn', 'payment-received', 'qpi-appeal-receipt'],
  },
  registrars: {
    words: 'Answers of registrars',
    what: 'Whether a registrar confirms that it sponsors you',
    templates: ['sponsorship-answer'],
  },
  panel: {
    words: 'Work of the panel',
    what: 'Plans assigned or given back, questions suggested and answered',
    templates: [
      'review-assigned',
      'review-declined',
      'review-taken-back',
      'clarification-suggested',
      'clarification-answered',
      'reconsideration-requested',
    ],
  },
  quality: {
    words: 'Quality of names',
    what: 'New scores of a registrar, promotions that are published or open, appeals that came in',
    templates: ['qpi-scores', 'promotion-published', 'promotion-open', 'qpi-appeal-received'],
  },
} as const satisfies Record<string, Kind>

export type LetterKind = keyof typeof letterKinds

/** The kind of a letter by its template. */
export function kindOf(template: string): LetterKind {
  const kinds = Object.keys(letterKinds) as LetterKind[]
  return (
    kinds.find((kind) => (letterKinds[kind].templates as readonly string[]).includes(template)) ?? 'deadlines'
  )
}

/** The kinds whose delivery is a person's own choice. */
export const optionalKinds = (Object.keys(letterKinds) as LetterKind[]).filter(
  (kind) => !('fixed' in letterKinds[kind]),
)

/** How a letter of a kind reaches a person with these wishes. A kind that is fixed ignores them. */
export function deliveryOf(kind: LetterKind, wishes: ReadonlyMap<string, Delivery>): Delivery {
  return 'fixed' in letterKinds[kind] ? 'at-once' : (wishes.get(kind) ?? 'at-once')
}

/** Letters that are themselves the way in, or tell of others: an inbox behind the sign-in has no use for them. */
export const notInInbox: readonly string[] = [
  'verify-email',
  'already-registered',
  'reset-password',
  'digest',
]
