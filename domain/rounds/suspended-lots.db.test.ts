import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { publicLabel } from '@/domain/labels/public-label'
import { catalogue } from '@/domain/labels/public-queries'
import { controlRoom } from './control-queries'
import { publicRounds } from './public-queries'
import { resumeRound } from './resume-round'
import { suspendRound } from './suspend-round'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'A short exercise of the bid desk.'
const HOUR = 3_600_000

/** One lot as every screen reads it. */
async function everywhere(roundId: string, label: string) {
  const room = await controlRoom(await officer(), roundId)
  const round = (await publicRounds()).find(({ id }) => id === roundId)
  return {
    control: room!.lots[0]!,
    round: round!.lots[0]!,
    catalogue: (await catalogue()).find((entry) => entry.label === label)!.status,
    page: (await publicLabel(label))!.status,
  }
}

test('a suspended round holds its open lots everywhere, with the time they had left, until it is resumed', async () => {
  const { round, lots } = await makeOpenLots({ closesInMs: HOUR })
  const { id: roundId } = round
  const label = lots[0]!.label
  expect(await everywhere(roundId, label)).toMatchObject({
    control: { state: 'open', heldMs: null },
    round: { lotState: 'open', status: 'live', heldMs: null },
    catalogue: 'live',
    page: 'live',
  })

  await approve(await suspendRound(await officer(), { roundId, reason }), await officer())
  const held = await everywhere(roundId, label)
  expect(held).toMatchObject({
    control: { state: 'suspended', closesAt: null },
    round: { lotState: 'suspended', status: 'qualified', closesAt: null },
    catalogue: 'qualified',
    page: 'qualified',
  })
  expect(held.control.heldMs).toBeGreaterThan(0)
  expect(held.control.heldMs).toBeLessThanOrEqual(HOUR)
  expect((await everywhere(roundId, label)).round.heldMs).toBe(held.control.heldMs)

  await approve(await resumeRound(await officer(), { roundId, reason }), await officer())
  expect(await everywhere(roundId, label)).toMatchObject({
    control: { state: 'open', heldMs: null },
    round: { lotState: 'open', status: 'live' },
    catalogue: 'live',
    page: 'live',
  })
})
