/** What is refused of passwords, codes, links by mail and passkeys (R16.4), and of erasing accounts (R9.3): a part of the registry in `lib/errors.ts`. */
export const signInErrors = {
  'password.too-short': [422, 'Use at least 12 characters. A sentence is easiest to remember.'],
  'password.too-long': [422, 'Use at most 128 characters.'],
  'password.common': [
    422,
    'This password is made of common words, or of a pattern that is tried first. Choose another.',
  ],
  'password.context': [422, 'Leave your name, your address and the name of this site out of your password.'],
  'sign-in.failed': [401, 'The address, password or code is not right.'],
  'sign-in.code-needed': [401, 'Enter the code from your authenticator app.'],
  'sign-in.expired': [409, 'This sign-in took too long. Start again with your password.'],
  'sign-in.unverified': [403, 'Confirm your e-mail address first: open the link we sent you.'],
  'token.invalid': [409, 'This link has expired or was used before.'],
  'totp.wrong-code': [422, 'This code is not right. Codes change every 30 seconds.'],
  'totp.not-started': [409, 'Start setting up your authenticator app first.'],
  'totp.exists': [409, 'An authenticator app is set up already.'],

  'passkey.refused': [
    422,
    'This passkey could not be checked. Try again, or use your password and a code instead.',
  ],
  'passkey.expired': [422, 'This took longer than five minutes, or was sent twice. Try again.'],
  'passkey.exists': [409, 'This passkey is on an account already.'],
  'passkey.too-many': [409, 'Ten passkeys are enough. Remove one that you no longer use first.'],
  'passkey.removed': [409, 'This passkey was removed already.'],

  'user.still-acts': [409, 'This person still has a role or acts for an organisation. End that first.'],
  'user.round-open': [
    409,
    'This person had a part in {round}, which is not over yet. Erase the account after it.',
  ],
  'user.erased': [409, 'This account was erased. Nothing of it is left to change.'],
} as const
