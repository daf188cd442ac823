import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'
import type { Role } from './hold-role'
import { roleWords } from './rules'

export function roleChangedLetter(
  user: { email: string; name: string },
  change: 'granted' | 'revoked',
  role: Role,
  at: Date,
): Letter {
  const what = change === 'granted' ? 'You were given a role' : 'A role of yours was ended'
  return {
    to: user.email,
    subject: `${what}: ${roleWords[role].toLowerCase()}`,
    template: change === 'granted' ? 'role-granted' : 'role-revoked',
    text: `Dear ${user.name},

${what} in the programme on ${formatInstant(at, 'UTC')}: ${roleWords[role].toLowerCase()}. Sign in again to go on:
${env.PORTAL_URL}/sign-in`,
  }
}
