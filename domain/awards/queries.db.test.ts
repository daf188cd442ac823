import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeAward } from '@/db/factories/awards'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeOfficer } from '@/db/factories/reviews'
import { awardsToManage, awardToManage } from './officer-queries'
import { ownAward, ownAwards } from './queries'

afterAll(closeDatabase)

test('members see the awards of their organisation, its owners may answer, strangers see nothing', async () => {
  const { awardId, person, organisation } = await makeAward()
  const editor = await makePerson({ member: { organisationId: organisation.id, roles: ['editor'] } })
  const { person: stranger } = await makeApplicant()
  expect(await ownAward(person, { awardId })).toMatchObject({ id: awardId, mayAnswer: true, moves: [] })
  expect(await ownAward(editor, { awardId })).toMatchObject({ id: awardId, mayAnswer: false })
  expect(await ownAward(stranger, { awardId })).toBeUndefined()
  expect(await ownAwards(stranger, {})).toEqual([])
  expect((await ownAwards(person, {}))?.map(({ id }) => id)).toEqual([awardId])
})

test('officers, finance and auditors see every award; what waits for them comes first', async () => {
  const standing = await makeAward({ state: 'accepted' })
  const ended = await makeAward({ state: 'defaulted' })
  for (const roles of [['programme-officer'], ['finance-officer'], ['auditor']] as const) {
    const all = await awardsToManage(await makePerson({ roles: [...roles] }), {})
    expect(all?.[0]).toMatchObject({ id: ended.awardId, waits: true })
    expect(all?.find(({ id }) => id === standing.awardId)).toMatchObject({ waits: false })
  }
  expect(await awardsToManage(standing.person, {})).toBeUndefined()
  const officer = await makeOfficer()
  expect(await awardToManage(officer, { awardId: ended.awardId })).toMatchObject({
    waits: true,
    next: { candidate: null },
    inOrder: [{ id: ended.awardId }],
  })
  expect(await awardToManage(officer, { awardId: standing.awardId })).toMatchObject({ next: undefined })
  expect(await awardToManage(officer, { awardId: 'awd_none' })).toBeUndefined()
})
