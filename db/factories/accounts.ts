import { desc, eq } from 'drizzle-orm'
import { TOTP } from 'otpauth'
import { database } from '@/db/client'
import { users } from '@/db/schema/people'
import { mailOutbox } from '@/db/schema/system'
import { openSession } from '@/domain/sessions/open-session'
import { hashPassword } from '@/domain/users/password'
import { newTotpSeed } from '@/domain/users/totp'
import { type Person, personByToken } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newToken } from '@/lib/secrets'
import { makePerson } from './people'

export const PASSWORD = 'seven grey geese over the mill'

type Wanted = Parameters<typeof makePerson>[0] & { totp?: boolean; verified?: boolean; password?: string }

const hashes = new Map<string, Promise<string>>()

/** Hashing is slow on purpose; the people of one run share a password and may share its hash. */
function hashOnce(password: string): Promise<string> {
  if (!hashes.has(password)) hashes.set(password, hashPassword(password))
  return hashes.get(password)!
}

/** A person who can really sign in: with a password, and with an authenticator app unless `totp` is false. */
export async function makeAccount({ totp = true, verified = true, ...wanted }: Wanted = {}) {
  const person = await makePerson(wanted)
  const seed = newTotpSeed(person.email)
  const now = processNow()
  await database()
    .update(users)
    .set({
      passwordHash: await hashOnce(wanted.password ?? PASSWORD),
      emailVerifiedAt: verified ? now : null,
      totpSecret: totp ? seed.sealed : null,
      totpConfirmedAt: totp ? now : null,
    })
    .where(eq(users.id, person.userId))
  return { person, codeAt: (steps: number) => codeOf(seed.typed, steps) }
}

/** What an authenticator app shows: the present code, or the one so many steps away. */
export function codeOf(secret: string, steps = 0): string {
  const totp = new TOTP({ secret: secret.replace(/\s/g, ''), digits: 6, period: 30 })
  return totp.generate({ timestamp: processNow().getTime() + steps * 30_000 })
}

/** A session as sign-in opens it: its token, and the person as the next request reads them. */
export async function makeSession(
  person: Person,
  assurance: 1 | 2 = 2,
): Promise<{ token: string; person: Person }> {
  const browser = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', device: newToken() }
  const user = { id: person.userId, email: person.email, name: person.name }
  const { session } = await database().transaction((tx) =>
    openSession(tx, user, { assurance, browser, at: processNow() }),
  )
  return { token: session.token, person: (await personByToken(database(), session.token))! }
}

/** Letters to an address, newest first. */
export function lettersTo(email: string) {
  return database()
    .select()
    .from(mailOutbox)
    .where(eq(mailOutbox.to, email))
    .orderBy(desc(mailOutbox.createdAt), desc(mailOutbox.id))
}

/** The token in the newest letter to an address. */
export async function mailedToken(email: string): Promise<string> {
  const [letter] = await lettersTo(email)
  const [, token] = /(?:token=|\/(?:invitation|sponsorship)\/)([\w-]{40,})/.exec(letter?.text ?? '') ?? []
  if (!token) throw new Error(`no token was mailed to ${email}`)
  return token
}
