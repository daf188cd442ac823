import { and, eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePasskey } from '@/db/factories/passkeys'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { memberships, users } from '@/db/schema/people'
import { rounds } from '@/db/schema/rounds'
import { auditLog } from '@/db/schema/system'
import { decideApproval } from '@/domain/approvals/decide-approval'
import { placeBid } from '@/domain/bids/place-bid'
import { inviteMember } from '@/domain/organisations/invite-member'
import { grantRole } from '@/domain/roles/grant-role'
import { revokeRole } from '@/domain/roles/revoke-role'
import { checkPassword } from '@/domain/sessions/check-password'
import { anyone, type Person, personByToken } from '@/lib/access/actor'
import { enableUser } from './enable-user'
import { eraseUser } from './erase-user'

afterAll(closeDatabase)

const administrator = () => makePerson({ roles: ['administrator'] })
const officer = () => makePerson({ roles: ['programme-officer'] })

async function erase(userId: string, first?: Person) {
  const asked = await eraseUser(first ?? (await administrator()), { userId })
  if (!asked.ok) return asked
  const { approvalId } = asked.value
  return decideApproval(await officer(), { approvalId, decision: 'approve', typed: 'erase' })
}

/** Every row of every table of the portal that has this text in it, by its table. */
async function rowsWith(text: string): Promise<string[]> {
  const tables = await database().execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await database().execute<{ held: number }>(
      sql`select count(*)::int as held from ${sql.identifier(name)} t where t::text like ${`%${text}%`}`,
    )
    if (row!.held > 0) found.push(name)
  }
  return found
}

const namesOf = async (person: Person) =>
  (await Promise.all([person.email, person.name].map(rowsWith))).flat()

/** Somebody with a past: sessions, a passkey, letters, invitations, and a role that came and went with reasons. */
async function withPast() {
  const name = 'Quirina Unmistakable'
  const { person } = await makeAccount({ name })
  const session = await makeSession(person)
  await makePasskey(session.person)
  const { organisation, person: owner } = await makeApplicant()
  await inviteMember(owner, { organisationId: organisation.id, email: person.email, role: 'editor' })
  const chief = await administrator()
  const reason = `${name} joins, reached at ${person.email}`
  const asked = await grantRole(chief, { userId: person.userId, role: 'auditor', reason })
  if (!asked.ok) throw new Error(asked.error.code)
  const { approvalId } = asked.value
  await decideApproval(await officer(), { approvalId, decision: 'approve', typed: 'auditor' })
  const [held] = await database().execute<{ id: string }>(
    sql`select id from roles where user_id = ${person.userId}`,
  )
  await revokeRole(chief, { roleId: held!.id, reason: `${name} left` })
  return { person, token: session.token }
}

describe('erasing an account', () => {
  test('leaves neither name nor address in any table; what was done stays under the pseudonym', async () => {
    const { person, token } = await withPast()
    expect(await namesOf(person)).toEqual(expect.arrayContaining(['users', 'mail_outbox', 'approvals']))
    expect(await erase(person.userId)).toMatchObject({ ok: true })
    expect(await namesOf(person)).toEqual([])
    expect(await rowsWith('Firefox/140.0')).toEqual([])
    expect(await personByToken(database(), token)).toBeUndefined()
    expect(await checkPassword(anyone, { email: person.email, password: 'anything at all' })).toMatchObject({
      error: { code: 'sign-in.failed' },
    })
    const log = await database().select().from(auditLog).where(eq(auditLog.object, person.pseudonym))
    expect(log.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['role.grant', 'user.erase']))
  })

  test('happens once, and nothing opens the account again', async () => {
    const { person } = await makeAccount()
    await erase(person.userId)
    expect(await erase(person.userId)).toMatchObject({ error: { code: 'user.erased' } })
    expect(await enableUser(await administrator(), { userId: person.userId })).toMatchObject({
      error: { code: 'user.erased' },
    })
  })

  test('waits until the person acts for nobody', async () => {
    const auditor = await makePerson({ roles: ['auditor'] })
    const { person: owner } = await makeApplicant()
    for (const { userId } of [auditor, owner])
      expect(await erase(userId)).toMatchObject({ error: { code: 'user.still-acts' } })
  })

  test('waits until the rounds the person had a part in are over; the bids stay', async () => {
    const { bidders, lots, round } = await makeOpenLots({ bidders: 2 })
    const { person } = bidders[0]!
    expect(await placeBid(person, { lotId: lots[0]!.id, maxMinor: '777700' })).toMatchObject({ ok: true })
    const ofPerson = eq(memberships.userId, person.userId)
    await database().update(memberships).set({ endedAt: sql`clock_timestamp()` }).where(ofPerson)
    const [{ name } = { name: '' }] = await database().select().from(rounds).where(eq(rounds.id, round.id))
    expect(await erase(person.userId)).toMatchObject({
      error: { code: 'user.round-open', message: expect.stringContaining(name) },
    })
    await database().update(rounds).set({ state: 'cancelled' }).where(eq(rounds.id, round.id))
    expect(await erase(person.userId)).toMatchObject({ ok: true })
    expect(await rowsWith(person.userId)).toContain('bid_attempts')
    const kept = and(eq(users.id, person.userId), eq(users.pseudonym, person.pseudonym))
    expect(await database().select({ name: users.name }).from(users).where(kept)).toEqual([
      { name: 'Erased person' },
    ])
  })

  test('is asked for by an administrator about somebody else, and approved by an officer', async () => {
    const { person } = await makeAccount()
    const first = await administrator()
    expect(await eraseUser(first, { userId: first.userId })).toMatchObject({
      error: { code: 'user.own-account' },
    })
    for (const stranger of [await officer(), person, anyone])
      expect(await eraseUser(stranger, { userId: person.userId })).toMatchObject({ ok: false })
    const asked = await eraseUser(first, { userId: person.userId })
    if (!asked.ok) throw new Error(asked.error.code)
    const { approvalId } = asked.value
    expect(
      await decideApproval(await administrator(), { approvalId, decision: 'approve', typed: 'erase' }),
    ).toMatchObject({ error: { status: 404 } })
    expect(await namesOf(person)).not.toEqual([])
  })
})
