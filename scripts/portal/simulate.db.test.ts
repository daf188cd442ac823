import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { dryRuns } from '@/db/schema/dry-runs'
import { auctionFormats } from '@/db/schema/rounds'
import { dryRunRound } from '@/domain/rounds/dry-run-round'
import { answer } from './answer'
import simulate from './simulate'

afterAll(closeDatabase)

test.each(auctionFormats)('the command line repeats the dry run of a round, %s', async (format) => {
  const round = await makeRound({ labels: 2, format })
  const officer = await makePerson({ roles: ['programme-officer'] })
  const answered = await dryRunRound(officer, { roundId: round.id, bidders: 12 })
  if (!answered.ok) throw new Error(answered.error.code)
  const [row] = await database().select().from(dryRuns).where(eq(dryRuns.id, answered.value.dryRunId))
  const { document } = await answer([simulate], ['simulate', 'round'], async () => JSON.stringify(row?.input))
  expect(document).toEqual(row?.report)
})
