import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'
import { deviceWords } from './device-words'

export function newDeviceLetter(
  user: { email: string; name: string },
  userAgent: string,
  at: Date,
  sessionId: string,
): Letter {
  return {
    to: user.email,
    subject: 'A sign-in from a new browser',
    template: 'new-device',
    effect: `new-device:${sessionId}`,
    text: `Dear ${user.name},

Someone signed in to your account from a browser we had not seen before: ${deviceWords(userAgent)}, on ${formatInstant(at, 'UTC')}.

If it was you, there is nothing to do. If not, sign in, end that session, change your password and take off every passkey that is not yours:
${env.PORTAL_URL}/account/sessions
${env.PORTAL_URL}/account/second-factor`,
  }
}
