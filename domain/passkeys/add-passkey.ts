import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { and, count, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { passkeys } from '@/db/schema/people'
import { requireOpenSession } from '@/domain/sessions/require-open-session'
import { secondFactorLetter } from '@/domain/users/letters'
import { lockSelf } from '@/domain/users/read-user'
import { requireFreshFactor } from '@/lib/access/require-permission'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { log } from '@/lib/log'
import { operation } from '@/lib/operation'
import { spendChallenge } from './challenge'
import { challengeOf, PasskeyAnswer, readRegistration } from './read-answer'
import { relyingParty } from './relying-party'

const ENOUGH = 10

/**
 * Puts a passkey on one's own account, right after a fresh second factor, and writes so. Refuses `access.confirm-again`,
 * `passkey.refused`, `passkey.expired`, `passkey.exists`, `passkey.too-many`.
 */
export const addPasskey = operation('passkey.add', {
  input: z.strictObject({
    name: z.string().trim().min(1, 'Give it a name.').max(60, 'Use at most 60 characters.'),
    answer: PasskeyAnswer,
  }),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  check: ({ actor }) => requireFreshFactor(actor),
  async run({ tx, at, actor, input, subject: user }) {
    requireFreshFactor(actor)
    const answer = readRegistration(input.answer)
    const challenge = challengeOf(answer, 'add', actor.sessionId, at)
    await requireOpenSession(tx, actor.sessionId)
    const made = await keyOf(answer, challenge)
    if (!made) throw refuse('passkey.refused')
    if (!(await spendChallenge(tx, challenge, at))) throw refuse('passkey.expired')
    const [held] = await tx
      .select({ count: count() })
      .from(passkeys)
      .where(and(eq(passkeys.userId, user.id), isNull(passkeys.removedAt)))
    if ((held?.count ?? 0) >= ENOUGH) throw refuse('passkey.too-many')
    const id = newId('pky', at)
    const added = await tx
      .insert(passkeys)
      .values({
        id,
        userId: user.id,
        credentialId: made.credential.id,
        publicKey: made.credential.publicKey,
        counter: made.credential.counter,
        deviceBound: made.credentialDeviceType === 'singleDevice',
        transports: answer.response.transports,
        name: input.name,
        createdAt: at,
      })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning({ id: passkeys.id })
    if (added.length === 0) throw refuse('passkey.exists')
    return {
      result: { passkeyId: id },
      audit: { object: user.pseudonym, facts: { passkey: id } },
      letters: [secondFactorLetter(user, 'passkey-added', at)],
    }
  },
})

/** The new key when the answer holds: our challenge and origin, made with finger, face or PIN. */
async function keyOf(answer: ReturnType<typeof readRegistration>, challenge: string) {
  const { id, origin } = relyingParty()
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    })
    // The library lets the answer's own id and the one that the authenticator gave differ.
    return verified && registrationInfo.credential.id === answer.id ? registrationInfo : undefined
  } catch (error) {
    log().info({ err: error }, 'A new passkey was refused')
    return undefined
  }
}
