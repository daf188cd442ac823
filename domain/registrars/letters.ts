import { env } from '@/env'
import type { Letter } from '@/lib/mail'

/** The letter that lets somebody act for a registrar. */
export function invitationLetter(invited: { email: string; registrar: string; token: string }): Letter {
  return {
    to: invited.email,
    subject: `Act for ${invited.registrar}`,
    template: 'registrar-invitation',
    text: `Hello,

The programme for one- and two-character .org names invites you to act for ${invited.registrar}: to confirm that it sponsors applicants, and to create the names they are awarded.

Accept with an account of this address:
${env.PORTAL_URL}/registrar/invitation/${invited.token}

The link works once, within seven days. If you do not work for ${invited.registrar}, there is nothing to do.`,
  }
}
