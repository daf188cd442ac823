import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'
import type { AwardInHand } from './lock-award'

/** The letter that asks a registrar to create a name that was awarded already. */
export function takeOverLetter(asked: {
  to: string
  token: string
  expiresAt: Date
  registrar: string
  inHand: AwardInHand
}): Letter {
  const { award, holder } = asked.inHand
  const paid = award.state === 'paid'
  return {
    to: asked.to,
    subject: `Will ${asked.registrar} create ${award.label}.org?`,
    template: 'sponsorship-request',
    text: `To ${asked.registrar},

${award.label}.org was awarded to ${holder}${paid ? ' and paid for' : ''}. ${holder} asks you to create it, in the place of the registrar it had named. If you confirm, you get an allocation token for it ${paid ? 'at once' : 'as soon as it is paid'}.

See what is asked, and answer:
${env.PORTAL_URL}/registrar/sponsorship/${asked.token}

The link answers once, until ${formatInstant(asked.expiresAt, 'UTC')}.`,
  }
}
