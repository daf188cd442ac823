import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, makeSession } from '@/db/factories/accounts'
import { auditedAbout } from '@/db/factories/audited'
import { makePerson } from '@/db/factories/people'
import { roles } from '@/db/schema/people'
import { personById, personByToken } from '@/lib/access/actor'
import { revokeRole } from './revoke-role'

afterAll(closeDatabase)

async function roleOf(userId: string): Promise<string> {
  const [row] = await database()
    .select()
    .from(roles)
    .where(and(eq(roles.userId, userId)))
  return row!.id
}

describe('ending a role', () => {
  test('takes effect at the next request', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    const session = await makeSession(officer)
    const administrator = await makePerson({ roles: ['administrator'] })
    const roleId = await roleOf(officer.userId)
    expect(await revokeRole(administrator, { roleId, reason: 'left the programme' })).toMatchObject({
      ok: true,
    })
    expect(await personByToken(database(), session.token)).toBeUndefined()
    expect(await auditedAbout(officer.pseudonym), 'R9.3').not.toContain('left the programme')
    const [ended] = await database().select().from(roles).where(eq(roles.id, roleId))
    expect(ended?.revokeReason).toBe('left the programme')
    expect((await personById(database(), officer.userId, 2))?.roles).toEqual([])
    expect((await lettersTo(officer.email))[0]).toMatchObject({ template: 'role-revoked' })
    expect(await revokeRole(administrator, { roleId, reason: 'again' })).toMatchObject({
      error: { code: 'role.not-held' },
    })
  })

  test('is for administrators, with a reason', async () => {
    const roleId = await roleOf((await makePerson({ roles: ['auditor'] })).userId)
    for (const role of ['programme-officer', 'auditor', 'panel-chair'] as const)
      expect(await revokeRole(await makePerson({ roles: [role] }), { roleId, reason: 'x' })).toMatchObject({
        error: { status: 404 },
      })
    const administrator = await makePerson({ roles: ['administrator'] })
    expect(await revokeRole(administrator, { roleId, reason: ' ' })).toMatchObject({
      error: { fields: { reason: 'Say why.' } },
    })
    expect(await revokeRole(administrator, { roleId: 'rol_unknown', reason: 'x' })).toMatchObject({
      error: { status: 404 },
    })
  })

  test('keeps the last administrator', async () => {
    await database()
      .update(roles)
      .set({ revokedAt: new Date(0) })
      .where(eq(roles.role, 'administrator'))
    const last = await makePerson({ roles: ['administrator'] })
    expect(await revokeRole(last, { roleId: await roleOf(last.userId), reason: 'x' })).toMatchObject({
      error: { code: 'role.last-administrator' },
    })
  })
})
