import type { RegistrantOutcome } from '@/db/schema/build-out'

/** What a look at the registry’s public data brought, for everyone who waits for it. */
export const registrantOutcomeWords: Record<RegistrantOutcome, string> = {
  'new-registrant': 'The registry names the new registrant',
  'old-registrant': 'The registry names the registrant of before',
  'other-registrant': 'The registry names neither of the two',
  'not-told':
    'The registry does not publish who the registrant is. Only its own report completes the transfer',
  'not-found': 'The name is not in the registry',
  'wrong-name': 'The answer is about another name',
  'wrong-registrar': 'The name is registered through another registrar',
  unreadable: 'The registry’s answer cannot be read',
  unreachable: 'The registry did not answer',
}

/** What an officer has to look at: it will not mend itself. */
export function isAlarm(outcome: RegistrantOutcome): boolean {
  return outcome === 'wrong-name' || outcome === 'wrong-registrar'
}
