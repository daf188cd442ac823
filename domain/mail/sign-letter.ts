import { env } from '@/env'

/** The end of every letter: whose it is, and how to tell it from an imitation. */
export function signLetter(text: string): string {
  return `${text.trimEnd()}

--${' '}
Short names in .ORG, a service of Public Interest Registry

Is this mail from us? It links only to ${env.PORTAL_URL}, never asks for a password or a code, and never links straight to a payment: ${env.PORTAL_URL}/help/mail
`
}
