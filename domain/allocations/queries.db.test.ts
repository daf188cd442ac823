import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeToken, registry, reportOf } from '@/db/factories/allocations'
import { makeRegistrar } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { CreateDetails, TOKEN_PLACE } from './epp'
import { allocationForOfficers, allocationsForOfficers } from './officer-queries'
import { ownAllocation, ownAllocations, ownAwardAllocation } from './queries'
import { receiveReport } from './receive-report'

afterAll(closeDatabase)

const details = CreateDetails.parse({})

describe('what a registrar sees', () => {
  test('is its own awards, with a place for the token', async () => {
    const made = await makeToken()
    expect((await ownAllocations(made.rae, undefined))?.map(({ awardId }) => awardId)).toEqual([made.awardId])
    const own = await ownAllocation(made.rae, { awardId: made.awardId, details })
    expect(own?.command).toContain(TOKEN_PLACE)
    expect(JSON.stringify(own, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain(
      made.secret,
    )
  })

  test('is nothing of another registrar’s', async () => {
    const made = await makeToken()
    const other = await makePerson({ registrar: (await makeRegistrar()).ianaId })
    expect(await ownAllocations(other, undefined)).toEqual([])
    for (const person of [other, made.person, await makePerson({ roles: ['programme-officer'] })])
      expect(await ownAllocation(person, { awardId: made.awardId, details })).toBeUndefined()
  })

  test('leaves out what other registrars did with the name', async () => {
    const made = await makeToken()
    const { ianaId } = await makeRegistrar()
    const strange = { type: 'domain.create_failed', data: { registrarIanaId: ianaId, eppResultCode: 2201 } }
    await receiveReport(registry, reportOf(made, strange))
    const input = { awardId: made.awardId, details }
    expect((await ownAllocation(made.rae, input))?.reports).toEqual([])
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect((await allocationForOfficers(officer, input))?.reports).toMatchObject([
      { outcome: 'wrong-registrar', registrarIanaId: ianaId },
    ])
  })
})

test('an applicant follows its own award, and nobody else’s', async () => {
  const made = await makeToken()
  expect(await ownAwardAllocation(made.person, { awardId: made.awardId })).toMatchObject({ isOwner: true })
  const editor = await makePerson({ member: { organisationId: made.organisation.id, roles: ['editor'] } })
  expect(await ownAwardAllocation(editor, { awardId: made.awardId })).toMatchObject({ isOwner: false })
  const stranger = (await makeApplicant()).person
  expect(await ownAwardAllocation(stranger, { awardId: made.awardId })).toBeUndefined()
})

test('officers see every name between paid and allocated, and the reports that do not fit', async () => {
  const made = await makeToken()
  await receiveReport(registry, reportOf(made, { data: { name: 'zz.org' } }))
  const officer = await makePerson({ roles: ['programme-officer'] })
  const found = await allocationsForOfficers(officer, undefined)
  expect(found?.rows.find(({ awardId }) => awardId === made.awardId)).toMatchObject({
    state: 'paid',
    token: { state: 'shown' },
  })
  expect(found?.alarms).toContainEqual(expect.objectContaining({ name: 'zz.org', outcome: 'wrong-name' }))
  expect(await allocationsForOfficers(made.rae, undefined)).toBeUndefined()
})
