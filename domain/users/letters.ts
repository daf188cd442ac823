import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'

type Addressee = { email: string; name: string; timeZone?: string | null }

const link = (path: string, token: string) => `${env.PORTAL_URL}${path}?token=${token}`

/** The way onwards as a parameter. Slashes stay as they are, which keeps a link's key to be found and taken out. */
const onwards = (next: string) => encodeURIComponent(next).replaceAll('%2F', '/')

/** `next`: where the person was going, a path on this site; `/` is nowhere in particular. */
export function verifyEmailLetter(user: Addressee, token: string, next: string): Letter {
  const way = next === '/' ? '' : `&next=${onwards(next)}`
  return {
    to: user.email,
    subject: 'Confirm your e-mail address',
    template: 'verify-email',
    text: `Dear ${user.name},

Confirm that this address is yours, with the password you chose:
${link('/register/confirm', token)}${way}

The link works once, within 24 hours. If you did not create an account, there is nothing to do: without this step it stays closed.`,
  }
}

export function alreadyRegisteredLetter(user: Addressee, next: string): Letter {
  return {
    to: user.email,
    subject: 'You have an account already',
    template: 'already-registered',
    text: `Dear ${user.name},

Someone, perhaps you, tried to create an account with this address. You have one already. Nothing was changed.

Sign in: ${env.PORTAL_URL}/sign-in${next === '/' ? '' : `?next=${onwards(next)}`}
If you forgot your password: ${env.PORTAL_URL}/reset-password`,
  }
}

export function resetPasswordLetter(user: Addressee, token: string): Letter {
  return {
    to: user.email,
    subject: 'Choose a new password',
    template: 'reset-password',
    text: `Dear ${user.name},

Choose a new password here:
${link('/reset-password', token)}

The link works once, within 30 minutes. Every session ends when you use it, and your authenticator app is still asked for. If you did not ask for this, there is nothing to do.`,
  }
}

export function passwordChangedLetter(user: Addressee, at: Date): Letter {
  return notice(user, 'password-changed', 'Your password was changed', 'Your password was changed', at)
}

export function secondFactorLetter(
  user: Addressee,
  change: 'set-up' | 'replaced' | 'removed' | 'codes' | 'passkey-added' | 'passkey-removed',
  at: Date,
  heldUntil?: Date,
): Letter {
  const what = {
    'set-up': 'An authenticator app was set up for your account',
    replaced: 'Another authenticator app was set up for your account',
    removed: 'The authenticator app of your account was removed, and every passkey with it',
    codes: 'New recovery codes were made for your account; the old ones no longer work',
    'passkey-added': 'A passkey was added to your account: it signs in without your password',
    'passkey-removed': 'A passkey of your account was removed',
  }[change]
  return notice(user, 'second-factor-changed', 'Your second factor was changed', what, at, heldUntil)
}

export function recoveryCodeUsedLetter(user: Addressee, at: Date, heldUntil: Date): Letter {
  const what = 'A recovery code was used to sign in to your account'
  return notice(user, 'recovery-code-used', 'A recovery code was used', what, at, heldUntil)
}

export function accountStatusLetter(user: Addressee, status: 'active' | 'disabled', at: Date): Letter {
  const what = status === 'disabled' ? 'Your account was disabled' : 'Your account can be used again'
  return notice(user, 'account-status', what, what, at)
}

function notice(
  user: Addressee,
  template: string,
  subject: string,
  what: string,
  at: Date,
  heldUntil?: Date,
): Letter {
  const held = heldUntil
    ? `\n\nFor your safety this account cannot bid before ${formatInstant(heldUntil, user.timeZone ?? 'UTC')}. Bids that stand are kept.`
    : ''
  return {
    to: user.email,
    subject,
    template,
    text: `Dear ${user.name},

${what}, on ${formatInstant(at, 'UTC')}.${held}

If it was not you or at your request, choose a new password and look at your sessions, and take off every passkey that is not yours: a new password leaves them.
${env.PORTAL_URL}/reset-password
${env.PORTAL_URL}/account/sessions
${env.PORTAL_URL}/account/second-factor`,
  }
}
