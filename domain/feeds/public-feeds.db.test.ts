import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAward } from '@/db/factories/awards'
import { makeRound } from '@/db/factories/rounds'
import { announcements } from '@/db/schema/rounds'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { announcementsFeed, resultsFeed } from './public-feeds'

afterAll(closeDatabase)

const origin = 'https://names.example.org'

async function announce(roundId: string, text: string): Promise<string> {
  const at = processNow()
  const id = newId('ann', at)
  await database().insert(announcements).values({ id, roundId, at, text })
  return id
}

test('announcements of approved rounds, each under an id of its own; of a draft nothing', async () => {
  const open = await makeRound({ state: 'applications' })
  const id = await announce(open.id, 'Questions <close> later.')
  await announce((await makeRound({ state: 'draft' })).id, 'A secret')
  const feed = await announcementsFeed(origin)
  expect(feed).toContain(`<id>tag:names.example.org,2026:announcement/${id}</id>`)
  expect(feed).toContain('<content type="text">Questions &lt;close&gt; later.</content>')
  expect(feed).toContain(`href="${origin}/feeds/announcements.atom"`)
  expect(feed).not.toContain('A secret')
})

test('results with winner and price, from final on', async () => {
  const award = await makeAward({ priceMinor: 1_825_000n })
  await makeRound({ state: 'closed' })
  const feed = await resultsFeed(origin)
  expect(feed.match(/<entry>/g)).toHaveLength(1)
  expect(feed).toContain(`<title>${award.label}.org: US$18,250.00</title>`)
  expect(feed).toContain(`Awarded to ${award.organisation.legalName}`)
})
