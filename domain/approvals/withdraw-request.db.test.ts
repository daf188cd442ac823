import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { approvals } from '@/db/schema/system'
import { grantRole } from '@/domain/roles/grant-role'
import { anyone } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { decideApproval } from './decide-approval'
import { readRequest, settledRequests, waitingRequests } from './queries'
import { withdrawRequest } from './withdraw-request'

afterAll(closeDatabase)

async function asked() {
  const first = await makePerson({ roles: ['administrator'] })
  const second = await makePerson({ roles: ['programme-officer'] })
  const { userId } = await makePerson()
  const answer = await grantRole(first, { userId, role: 'auditor', reason: 'joins' })
  if (!answer.ok) throw new Error(answer.error.code)
  return { first, second, approvalId: answer.value.approvalId }
}

describe('withdrawing a request', () => {
  test('takes it out of the inbox, and nobody can approve it any more', async () => {
    const { first, second, approvalId } = await asked()
    expect(await withdrawRequest(first, { approvalId })).toMatchObject({ ok: true })
    expect((await waitingRequests(second, undefined))?.map(({ id }) => id)).not.toContain(approvalId)
    const settled = await settledRequests(first, undefined)
    expect(settled?.requests.find(({ id }) => id === approvalId)?.state).toBe('withdrawn')
    expect(await decideApproval(second, { approvalId, decision: 'approve', typed: 'auditor' })).toMatchObject(
      {
        error: { code: 'approval.decided' },
      },
    )
  })

  test('is for its maker alone; for others it is not there', async () => {
    const { second, approvalId } = await asked()
    const foreign = await withdrawRequest(second, { approvalId })
    expect(foreign).toMatchObject({ error: { status: 404 } })
    expect(foreign).toEqual(await withdrawRequest(second, { approvalId: 'apr_unknown' }))
    expect(await withdrawRequest(anyone, { approvalId })).toMatchObject({ error: { status: 401 } })
  })

  test('comes too late once it is decided', async () => {
    const { first, second, approvalId } = await asked()
    await decideApproval(second, { approvalId, decision: 'decline', reason: 'not yet' })
    expect(await withdrawRequest(first, { approvalId })).toMatchObject({
      error: { code: 'approval.decided' },
    })
  })
})

describe('the inbox', () => {
  test('shows a request to who can decide it, its maker and the auditor, and to nobody else', async () => {
    const { first, second, approvalId } = await asked()
    const part = async (person: Parameters<typeof readRequest>[0]) =>
      (await readRequest(person, approvalId))?.part
    expect(await part(first)).toBe('own')
    expect(await part(second)).toBe('second')
    expect(await part(await makePerson({ roles: ['auditor'] }))).toBe('reader')
    expect(await part(await makePerson({ roles: ['administrator'] }))).toBeUndefined()
    expect(await part(await makePerson({ roles: ['finance-officer'] }))).toBeUndefined()
    expect(await part(await makePerson({ roles: ['reviewer'] }))).toBeUndefined()
    expect(await part(await makePerson())).toBeUndefined()
    expect((await waitingRequests(second, undefined))?.[0]?.part).toBe('second')
  })

  test('drops what nobody decided in time', async () => {
    const { second, approvalId } = await asked()
    await database()
      .update(approvals)
      .set({ expiresAt: new Date(processNow().getTime() - 1000) })
      .where(eq(approvals.id, approvalId))
    expect((await waitingRequests(second, undefined))?.map(({ id }) => id)).not.toContain(approvalId)
    expect((await readRequest(second, approvalId))?.state).toBe('expired')
    expect(await decideApproval(second, { approvalId, decision: 'approve', typed: 'auditor' })).toMatchObject(
      {
        error: { code: 'approval.expired' },
      },
    )
  })

  test('keeps what was settled, page by page, each once', async () => {
    const first = await makePerson({ roles: ['administrator'] })
    for (let turn = 0; turn < 42; turn++) {
      const { userId } = await makePerson()
      const answer = await grantRole(first, { userId, role: 'auditor', reason: 'joins' })
      if (answer.ok) await withdrawRequest(first, { approvalId: answer.value.approvalId })
    }
    const newest = (await settledRequests(first, undefined))!
    const older = (await settledRequests(first, newest.older))!
    expect([newest.requests.length, older.requests.length, older.older]).toEqual([40, 2, undefined])
    expect(new Set([...newest.requests, ...older.requests].map(({ id }) => id)).size).toBe(42)
  })

  test('names what is wrong with an answer', async () => {
    const { second, approvalId } = await asked()
    expect(await decideApproval(second, { approvalId, decision: 'perhaps' })).toMatchObject({
      error: { code: 'input.invalid', fields: { decision: 'Approve or refuse.' } },
    })
    expect(await decideApproval(second, { approvalId, decision: 'approve', typed: 'yes' })).toMatchObject({
      error: { code: 'approval.mistyped', fields: { typed: 'Type auditor.' } },
    })
  })
})
