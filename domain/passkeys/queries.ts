import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { passkeys } from '@/db/schema/people'
import { databaseClock } from '@/lib/database-clock'
import { query } from '@/lib/query'
import { newChallenge } from './challenge'
import { relyingParty } from './relying-party'

/** One's own passkeys that work, oldest first. */
export const ownPasskeys = query('account.own', async ({ db, actor }) => {
  const { id, name, createdAt, lastUsedAt, deviceBound } = passkeys
  return db
    .select({ id, name, createdAt, lastUsedAt, deviceBound })
    .from(passkeys)
    .where(and(eq(passkeys.userId, actor.userId), isNull(passkeys.removedAt)))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
})

/** What the browser needs to make a passkey for the person who asks, other than those there are. */
export const optionsToAdd = query('account.own', async ({ db, actor }) => {
  const { id, name } = relyingParty()
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: new Uint8Array(Buffer.from(actor.userId)),
    userName: actor.email,
    userDisplayName: actor.name,
    challenge: bytesOf(newChallenge('add', actor.sessionId, await databaseClock(db))),
    attestationType: 'none',
    excludeCredentials: await keysOf(db, actor.userId),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
})

/** What the browser needs to let the person of this session confirm once more, by one of their passkeys. */
export const optionsToConfirm = query('account.own', async ({ db, actor }) =>
  generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: bytesOf(newChallenge('confirm', actor.sessionId, await databaseClock(db))),
    allowCredentials: await keysOf(db, actor.userId),
    userVerification: 'required',
  }),
)

/** What the browser needs to sign anyone in: it names nobody, so it tells nobody which accounts have passkeys. */
export async function optionsToSignIn(db: Reader = database()) {
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: bytesOf(newChallenge('sign-in', '', await databaseClock(db))),
    userVerification: 'required',
  })
}

async function keysOf(db: Reader, userId: string) {
  const held = await db
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(and(eq(passkeys.userId, userId), isNull(passkeys.removedAt)))
  return held.map(({ id, transports }) => ({ id, transports: transports as Transport[] }))
}

type Transport = 'ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb'

const bytesOf = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'))
