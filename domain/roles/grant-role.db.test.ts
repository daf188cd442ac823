import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { makePerson } from '@/db/factories/people'
import { decideApproval } from '@/domain/approvals/decide-approval'
import { anyone, type Person, personById, personByToken } from '@/lib/access/actor'
import { grantRole } from './grant-role'
import { revokeRole } from './revoke-role'

afterAll(closeDatabase)

const administrator = () => makePerson({ roles: ['administrator'] })
const officer = () => makePerson({ roles: ['programme-officer'] })

async function ask(first: Person, userId: string, role = 'auditor', more = {}) {
  const answer = await grantRole(first, { userId, role, reason: 'joins the programme', ...more })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.approvalId
}
const approve = (second: Person, approvalId: string, typed = 'auditor') =>
  decideApproval(second, { approvalId, decision: 'approve', typed })

describe('granting a role', () => {
  test('takes an administrator and an officer, and ends the person’s sessions', async () => {
    const session = await makeSession((await makeAccount()).person)
    const approvalId = await ask(await administrator(), session.person.userId)
    expect((await personById(database(), session.person.userId, 2))?.roles).toEqual([])
    expect(await approve(await officer(), approvalId)).toMatchObject({ ok: true })
    expect((await personById(database(), session.person.userId, 2))?.roles).toEqual(['auditor'])
    expect(await personByToken(database(), session.token)).toBeUndefined()
  })

  test('an administrator asks and never approves (R16.2); nobody else asks', async () => {
    const { userId } = await makePerson()
    const approvalId = await ask(await administrator(), userId)
    expect(await approve(await administrator(), approvalId)).toMatchObject({ error: { status: 404 } })
    for (const first of [
      await officer(),
      await makePerson({ roles: ['auditor'] }),
      await makePerson(),
      anyone,
    ])
      expect(await grantRole(first, { userId, role: 'auditor', reason: 'x' })).toMatchObject({ ok: false })
  })

  test('is never for oneself, as first or as second', async () => {
    const first = await administrator()
    expect(await grantRole(first, { userId: first.userId, role: 'auditor', reason: 'x' })).toMatchObject({
      error: { code: 'role.own' },
    })
    const second = await officer()
    const approvalId = await ask(first, second.userId)
    expect(await approve(second, approvalId)).toMatchObject({ error: { code: 'role.own' } })
  })

  test('refuses a role held already, a custodian beside another role, and an unknown person', async () => {
    const first = await administrator()
    const auditor = await makePerson({ roles: ['auditor'] })
    expect(await grantRole(first, { userId: auditor.userId, role: 'auditor', reason: 'x' })).toMatchObject({
      error: { code: 'role.held' },
    })
    const approvalId = await ask(first, auditor.userId, 'custodian')
    expect(await approve(await officer(), approvalId, 'custodian')).toMatchObject({
      error: { code: 'role.custodian-alone' },
    })
    expect(await grantRole(first, { userId: 'usr_unknown', role: 'auditor', reason: 'x' })).toMatchObject({
      error: { status: 404 },
    })
  })

  test('is void when the person’s roles changed meanwhile', async () => {
    const first = await administrator()
    const person = await makePerson()
    const [one, two] = [await ask(first, person.userId), await ask(first, person.userId, 'reviewer')]
    expect(await approve(await officer(), one)).toMatchObject({ ok: true })
    expect(await approve(await officer(), two, 'reviewer')).toMatchObject({
      error: { code: 'approval.changed' },
    })
  })

  test('asks for an IANA id with a registrar and with nobody else', async () => {
    const first = await administrator()
    const { userId } = await makePerson()
    for (const wrong of [{ role: 'registrar' }, { role: 'auditor', registrarIanaId: '48' }])
      expect(await grantRole(first, { userId, reason: 'x', ...wrong })).toMatchObject({
        error: { fields: { registrarIanaId: expect.any(String) } },
      })
    const approvalId = await ask(first, userId, 'registrar', { registrarIanaId: '48' })
    expect(await approve(await officer(), approvalId, 'registrar')).toMatchObject({ ok: true })
    expect((await personById(database(), userId, 1))?.registrarIanaId).toBe(48)
  })
})

describe('after a role was ended', () => {
  test('it can be granted again', async () => {
    const first = await administrator()
    const { userId } = await makePerson()
    const granted = await approve(await officer(), await ask(first, userId))
    if (!granted.ok) throw new Error(granted.error.code)
    const { roleId } = granted.value as { roleId: string }
    expect(await revokeRole(first, { roleId, reason: 'left' })).toMatchObject({ ok: true })
    expect(await approve(await officer(), await ask(first, userId))).toMatchObject({ ok: true })
  })
})
