import { addPasskey } from '@/domain/passkeys/add-passkey'
import { optionsToAdd } from '@/domain/passkeys/queries'
import type { Person } from '@/lib/access/actor'
import { makeAuthenticator } from './authenticator'

/** A passkey of this person, added as the account page does it, and the authenticator that holds it. */
export async function makePasskey(person: Person, name = 'Test key') {
  const authenticator = makeAuthenticator(person.userId)
  const options = await optionsToAdd(person, undefined)
  const answer = await addPasskey(person, { name, answer: authenticator.make(options!) })
  if (!answer.ok) throw new Error(answer.error.code)
  return { passkeyId: answer.value.passkeyId, authenticator }
}
