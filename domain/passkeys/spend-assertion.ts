import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { passkeys } from '@/db/schema/people'
import { lockUser, type User } from '@/domain/users/read-user'
import { refuse } from '@/lib/errors'
import { log } from '@/lib/log'
import { type ChallengePurpose, spendChallenge } from './challenge'
import { challengeOf, readAssertion } from './read-answer'
import { relyingParty } from './relying-party'

export type Passkey = typeof passkeys.$inferSelect

/**
 * Checks what a passkey signed, once: our challenge for this purpose and session, our origin, the person verified by
 * finger, face or PIN, a key of an active account, and a counter that goes forward where the key cannot leave its
 * device (ASVS V6.7.2). Refuses `passkey.refused` and `passkey.expired`, which do not tell whether the key exists.
 * @param asked.userId only a key of this person
 */
export async function spendAssertion(
  tx: Tx,
  text: string,
  asked: { purpose: ChallengePurpose; session: string; at: Date; userId?: string },
): Promise<{ user: User; passkey: Passkey }> {
  const answer = readAssertion(text)
  const challenge = challengeOf(answer, asked.purpose, asked.session, asked.at)
  // Another's key is not even looked for: asking for its owner's row could make two wait for each other.
  const own = asked.userId === undefined ? undefined : eq(passkeys.userId, asked.userId)
  const present = and(eq(passkeys.credentialId, answer.id), isNull(passkeys.removedAt), own)
  const [owner] = await tx.select({ userId: passkeys.userId }).from(passkeys).where(present)
  // The person before the key, as everywhere: whoever removes it waits, or has removed it by then.
  const user = owner && (await lockUser(tx, owner.userId))
  const [passkey] = await tx.select().from(passkeys).where(present)
  if (!user || !passkey) throw refuse('passkey.refused')
  const handle = answer.response.userHandle
  // Whoever was not named beforehand is named by the authenticator (WebAuthn §7.2).
  const names = handle === undefined ? asked.userId : Buffer.from(handle, 'base64url').toString()
  if (names !== user.id) throw refuse('passkey.refused')
  const counter = await signedCounter(answer, challenge, passkey)
  if (counter === undefined) throw refuse('passkey.refused')
  if (!(await spendChallenge(tx, challenge, asked.at))) throw refuse('passkey.expired')
  await tx.update(passkeys).set({ counter, lastUsedAt: asked.at }).where(eq(passkeys.id, passkey.id))
  return { user, passkey }
}

/** The key's counter after this signature; undefined when the signature is not what it should be. */
async function signedCounter(
  answer: ReturnType<typeof readAssertion>,
  challenge: string,
  passkey: Passkey,
): Promise<number | undefined> {
  const { id, origin } = relyingParty()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        // Keys that travel between devices need not count in step.
        counter: passkey.deviceBound ? passkey.counter : 0,
      },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch (error) {
    // The library throws a plain Error for whatever does not fit; a person is told one sentence for all of them.
    log().info({ err: error, passkey: passkey.id }, 'A passkey was refused')
    return undefined
  }
}
