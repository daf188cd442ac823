import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { deliveries, mailOutbox } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { controlRoom } from './control-queries'

afterAll(closeDatabase)

test('only letters that are to be mailed by themselves wait in the outbox', async () => {
  const round = await makeRound({ state: 'bidding' })
  const officer = await makePerson({ roles: ['programme-officer'] })
  const before = (await controlRoom(officer, round.id))!.figures.outbox
  await database()
    .insert(mailOutbox)
    .values(
      deliveries.map((delivery) => ({
        id: newId('mail', processNow()),
        to: officer.email,
        subject: 'Hello',
        text: 'Dear officer,',
        template: 'test',
        delivery,
      })),
    )
  expect((await controlRoom(officer, round.id))!.figures.outbox).toBe(before + 1)
})
