/** What registrars, tokens and the registry's reports can be refused: a part of the registry in `lib/errors.ts`. */
export const allocationErrors = {
  'webhook.not-set-up': [503, 'Reports are not taken: no secret of the registry is set.'],
  'webhook.unsigned': [400, 'The headers webhook-id, webhook-timestamp and webhook-signature are needed.'],
  'webhook.wrong-signature': [401, 'No known secret signed this.'],
  'webhook.wrong-time': [401, 'This was signed more than five minutes ago, or ahead of time.'],
  'registrar.same': [409, 'This registrar creates the name already.'],
  'token.live': [409, 'There is a token for this name already.'],
  'token.none': [409, 'There is no token for this name at present.'],
  'token.shown': [
    409,
    'This token was shown on {at}, once, and only its hash is kept. Ask for a new one if it is lost.',
  ],
  'token.redeemed': [409, 'The registry reported that the name was created with this token.'],
  'token.expired': [409, 'This token has expired. Ask for a new one.'],
  'token.not-due': [409, 'This token has not expired.'],
  'allocation.not-waiting': [409, 'Nothing waits to be confirmed here.'],
  'allocation.not-due': [409, 'This was looked up a moment ago.'],
  'registrar.person-exists': [409, 'This person acts for the registrar already.'],
  'registrar.no-pir-person': [
    403,
    'Someone with a role in the programme does not act for a registrar. Accept with another account.',
  ],
} as const satisfies Record<string, readonly [status: number, sentence: string]>
