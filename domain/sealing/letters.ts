import { env } from '@/env'
import type { Letter } from '@/lib/mail'

type Reader = { userId: string; name: string; email: string }

const words = {
  'round-key-published': {
    subject: 'prove your share of the key',
    text: 'The key of this round is published and you hold a share of it. Please prove that you hold it: it takes a minute and shows the share to nobody. Bidding opens only when four custodians have done so.',
  },
  'opening-begun': {
    subject: 'release your share',
    text: 'Bidding is over and two officers have begun the opening. Please release your share of the key: your browser unwraps it with your own key. Three shares open the bids.',
  },
} as const

/** Asks custodians for what they have to do. `effect`: what it is asked for, once. */
export function custodianLetters(
  template: keyof typeof words,
  readers: readonly Reader[],
  round: { number: number; name: string },
  effect: string,
): Letter[] {
  const { subject, text } = words[template]
  return readers.map(({ userId, name, email }) => ({
    to: email,
    template,
    effect: `${template}:${effect}:${userId}`,
    subject: `Round ${round.number}, ${round.name}: ${subject}`,
    text: `Dear ${name},\n\n${text}\n\n${new URL('/custodian', env.PORTAL_URL)}\n`,
  }))
}
