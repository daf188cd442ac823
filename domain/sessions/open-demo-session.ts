import { z } from 'zod'
import { userByEmail } from '@/domain/users/read-user'
import { env } from '@/env'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { isDemoPerson } from './demo'
import { BrowserInput } from './input'
import { openSession } from './open-session'

/**
 * In the demo world, a session as one of its invented people, second factor included, without a password. Outside it
 * there is no such thing: `access.denied`. `env.ts` refuses DEMO together with a database of one's own.
 */
export const openDemoSession = operation('session.open-demo', {
  input: z.strictObject({ email: z.string().max(254), browser: BrowserInput }),
  async subject(tx, { email }) {
    if (!env.DEMO) throw refuse('access.denied')
    if (!isDemoPerson(email)) return undefined
    return userByEmail(tx, email)
  },
  async run({ tx, at, input, subject: user }) {
    if (user.status !== 'active') throw refuse('access.denied')
    const { session } = await openSession(tx, user, { assurance: 2, browser: input.browser, at })
    return {
      result: { ...session, timeZone: user.timeZone },
      audit: { object: session.sessionId, facts: { person: user.pseudonym, factor: 'demo' } },
    }
  },
})
