import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { codeOf, lettersTo, makeAccount, makeSession } from '@/db/factories/accounts'
import { makeOpenLots, makeSession as makeToken } from '@/db/factories/auctions'
import { users } from '@/db/schema/people'
import { placeBid } from '@/domain/bids/place-bid'
import { roomSnapshot } from '@/domain/lots/queries'
import { personById } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { formatInstant } from '@/lib/time/format-instant'
import { confirmTotp } from './confirm-totp'
import { holdBidding } from './hold-bidding'
import { removeTotp } from './remove-totp'
import { startTotp } from './start-totp'
import { readTotpSeed } from './totp'

afterAll(closeDatabase)

const HOUR = 3_600_000
const DAY = 24 * HOUR

const userOf = async (id: string) => (await database().select().from(users).where(eq(users.id, id)))[0]!

const held = async (userId: string) => (await userOf(userId)).biddingHeldUntil

async function setUpApp(account: Parameters<typeof makeSession>[0]): Promise<void> {
  const { person } = await makeSession(account, 1)
  await startTotp(person, {})
  const { typed } = readTotpSeed((await userOf(person.userId)).totpSecret!, person.email)
  expect(await confirmTotp(person, { code: codeOf(typed) })).toMatchObject({ ok: true })
}

describe('bidding is held for a day', () => {
  test('after the app was removed, and anew when another is set up; not after a first one', async () => {
    const newcomer = await makeAccount({ totp: false })
    await setUpApp(newcomer.person)
    expect(await held(newcomer.person.userId)).toBeNull()
    const { person, codeAt } = await makeAccount()
    await removeTotp(person, { code: codeAt(0) })
    const removed = (await held(person.userId))!
    expect(removed.getTime() - processNow().getTime()).toBeGreaterThan(DAY - HOUR)
    await database()
      .update(users)
      .set({ biddingHeldUntil: new Date(removed.getTime() - 3 * DAY) })
      .where(eq(users.id, person.userId))
    await setUpApp(person)
    expect((await held(person.userId))!.getTime()).toBeGreaterThanOrEqual(removed.getTime())
    const [letter] = await lettersTo(person.email)
    expect(letter!.text).toContain(formatInstant((await held(person.userId))!, 'UTC'))
  })

  test('with a receipt for the refused attempt, in the room, and until the instant that is told', async () => {
    const auction = await makeOpenLots({ bidders: 2 })
    const { id: lotId } = auction.lots[0]!
    const { userId } = auction.bidders[0]!.person
    const caller = {
      kind: 'session' as const,
      tokenHash: sha256Hex(await makeToken(auction.bidders[0]!.person)),
    }
    const until = await database().transaction((tx) => holdBidding(tx, userId, processNow()))
    const refused = await placeBid(caller, { lotId, maxMinor: '500000' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'bid.held', status: 403 } })
    expect(refused.receipt).toContain('bid.held')
    expect(!refused.ok && refused.error.message).toContain(formatInstant(until, 'UTC'))
    const asPerson = (await personById(database(), userId, 2))!
    expect((await roomSnapshot(asPerson, { lotId }))?.watching).toContain(formatInstant(until, 'UTC'))
    await database().transaction((tx) => holdBidding(tx, userId, new Date(processNow().getTime() - DAY)))
    expect(await placeBid(caller, { lotId, maxMinor: '500000' })).toMatchObject({ ok: true })
    const later = (await personById(database(), userId, 2))!
    expect((await roomSnapshot(later, { lotId }))?.watching).toBeNull()
  })
})
