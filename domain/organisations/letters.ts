import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { type MemberRole, memberWords } from './rules'

export function invitationLetter({
  email,
  role,
  organisation,
  by,
  token,
}: {
  email: string
  role: MemberRole
  organisation: { legalName: string }
  by: string
  token: string
}): Letter {
  return {
    to: email,
    subject: `Act for ${organisation.legalName}`,
    template: 'invitation',
    text: `Hello,

${by} invites you to act for ${organisation.legalName} as ${memberWords[role].toLowerCase()}, in the allocation of one- and two-character .org names.

Accept with an account of this address:
${env.PORTAL_URL}/invitation/${token}

The link works once, within seven days. If you do not know ${by}, there is nothing to do.`,
  }
}
