import { z } from 'zod'
import { PasskeyAnswer } from '@/domain/passkeys/read-answer'
import { spendAssertion } from '@/domain/passkeys/spend-assertion'
import { operation } from '@/lib/operation'
import { BrowserInput } from './input'
import { openSession } from './open-session'

/**
 * Signs in with a passkey alone: what the person has and is or knows in one gesture, which no other site can ask for
 * (R16.4, ASVS V6.3.3). Refuses `passkey.refused`, `passkey.expired`.
 */
export const openByPasskey = operation('session.open-by-passkey', {
  input: z.strictObject({ answer: PasskeyAnswer, browser: BrowserInput }),
  subject: async () => ({}),
  async run({ tx, at, input }) {
    const { user, passkey } = await spendAssertion(tx, input.answer, { purpose: 'sign-in', session: '', at })
    const { session, letters } = await openSession(tx, user, { assurance: 2, browser: input.browser, at })
    return {
      result: session,
      audit: {
        object: session.sessionId,
        facts: { person: user.pseudonym, factor: 'passkey', passkey: passkey.id },
      },
      letters,
    }
  },
})
