import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { approvals, auditLog } from '@/db/schema/system'
import { placeBidByPhone } from '@/domain/bids/place-bid-by-phone'
import { anyone, type Person } from '@/lib/access/actor'
import { decideApproval } from './decide-approval'
import { readRequest, settledRequests, waitingRequests } from './queries'
import { takeUpRequest } from './take-up-request'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })

/** A bid by telephone of US$7,000.00 that waits for its second person. */
async function asked() {
  const { lots, bidders } = await makeOpenLots()
  const [first, second, third] = [await officer(), await officer(), await officer()]
  const callBack = 'Called back Ms Example on the number on file at 14:05 UTC.'
  const input = { lotId: lots[0]!.id, bidderId: bidders[0]!.id, bid: { maxMinor: '700000' }, callBack }
  const answer = await placeBidByPhone(first, input)
  if (!answer.ok) throw new Error(answer.error.code)
  const { approvalId } = answer.value
  const approve = (person: Person) =>
    decideApproval(person, { approvalId, decision: 'approve', typed: `paddle ${bidders[0]!.paddle}` })
  const seenBy = async (person: Person) => JSON.stringify(await readRequest(person, approvalId))
  return { first, second, third, approvalId, approve, seenBy }
}

describe('does it', () => {
  test('shows the amount to who asked and who has taken it up, and to nobody else, until it is decided', async () => {
    const { first, second, third, approvalId, approve, seenBy } = await asked()
    const auditor = await makePerson({ roles: ['auditor'] })
    expect(await seenBy(first)).toContain('US$7,000.00')
    for (const person of [second, third, auditor]) {
      expect(await seenBy(person)).toContain('an amount')
      expect(await seenBy(person)).not.toMatch(/7,000|700000/)
      expect(JSON.stringify(await waitingRequests(person, undefined))).not.toMatch(/7,000|700000/)
    }
    expect(await takeUpRequest(second, { approvalId })).toMatchObject({ ok: true })
    expect(await takeUpRequest(second, { approvalId })).toMatchObject({ ok: true })
    expect(await seenBy(second)).toContain('US$7,000.00')
    for (const person of [third, auditor]) expect(await seenBy(person)).not.toMatch(/7,000|700000/)
    expect(await approve(second)).toMatchObject({ ok: true, value: { code: 'accepted' } })
    for (const person of [first, second, third, auditor]) {
      expect(await seenBy(person)).not.toMatch(/7,000|700000/)
      expect(JSON.stringify(await settledRequests(person, undefined))).not.toMatch(/7,000|700000/)
    }
    for (const { payload } of await database().select().from(auditLog))
      expect(Buffer.from(payload).toString()).not.toMatch(/7,000|700000/)
  })

  test('who has not taken it up cannot approve it', async () => {
    const { second, third, approvalId, approve } = await asked()
    expect(await approve(second)).toMatchObject({ error: { code: 'approval.not-taken-up' } })
    await takeUpRequest(second, { approvalId })
    expect(await approve(third)).toMatchObject({ error: { code: 'approval.taken-up' } })
  })
})

describe('refuses the role', () => {
  test('who may not be its second person, and its maker', async () => {
    const { first, approvalId } = await asked()
    for (const role of ['auditor', 'finance-officer', 'administrator'] as const)
      expect(await takeUpRequest(await makePerson({ roles: [role] }), { approvalId })).toMatchObject({
        error: { status: 404 },
      })
    expect(await takeUpRequest(first, { approvalId })).toMatchObject({ error: { code: 'approval.own' } })
    expect(await takeUpRequest(anyone, { approvalId })).toMatchObject({ error: { status: 401 } })
  })
})

describe('refuses the stranger', () => {
  test('a foreign request reads like one that is not there', async () => {
    const { approvalId } = await asked()
    const stranger = await makePerson()
    const foreign = await takeUpRequest(stranger, { approvalId })
    expect(foreign).toMatchObject({ error: { status: 404 } })
    expect(foreign).toEqual(await takeUpRequest(stranger, { approvalId: 'apr_unknown' }))
  })
})

describe('refuses the moment', () => {
  test('a third person, one that is decided, and one that has expired', async () => {
    const { second, third, approvalId, approve } = await asked()
    await takeUpRequest(second, { approvalId })
    expect(await takeUpRequest(third, { approvalId })).toMatchObject({ error: { code: 'approval.taken-up' } })
    await approve(second)
    expect(await takeUpRequest(third, { approvalId })).toMatchObject({ error: { code: 'approval.decided' } })
    const late = await asked()
    await database()
      .update(approvals)
      .set({ expiresAt: new Date(0) })
      .where(eq(approvals.id, late.approvalId))
    const { approvalId: expired } = late
    expect(await takeUpRequest(late.second, { approvalId: expired })).toMatchObject({
      error: { code: 'approval.expired' },
    })
  })
})
