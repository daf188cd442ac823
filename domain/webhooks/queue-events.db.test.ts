import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database, pool } from '@/db/client'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { makeReleasedLabel, makeRound } from '@/db/factories/rounds'
import { makeWebhook } from '@/db/factories/webhooks'
import { awards } from '@/db/schema/awards'
import { webhookDeliveries } from '@/db/schema/notifications'
import { announcements } from '@/db/schema/rounds'
import { moveAward } from '@/domain/awards/move-award'
import { anyone, systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { eventNames } from './event-types'
import { webhooksWithNews } from './missing-events'
import { queueEvents } from './queue-events'

afterAll(closeDatabase)

const system = systemActor('send-webhooks')
const refusal = (code: string) => ({ ok: false, error: { code } })
const queuedFor = async (webhookId: string) =>
  (await database().select().from(webhookDeliveries).where(eq(webhookDeliveries.webhookId, webhookId))).map(
    ({ type, body }) => ({
      type,
      body: JSON.parse(body) as { type: string; timestamp: string; data: never },
    }),
  )
const announce = (roundId: string, text: string) => {
  const at = processNow()
  return database()
    .insert(announcements)
    .values({ id: newId('ann', at), roundId, at, text })
}

describe('queueing events', () => {
  test('does it: each public event that is wanted, once, with what everyone may read of it', async () => {
    await makeReleasedLabel('q7')
    const all = await makeWebhook({ events: [...eventNames] })
    const moves = await makeWebhook({ events: ['label.moved'] })
    const round = await makeRound({ state: 'applications' })
    await announce(round.id, 'Questions close later.')
    const { awardId } = await makeAward()
    const [award] = await database().select().from(awards).where(eq(awards.id, awardId))
    await database().transaction((tx) => moveAward(tx, { award: award!, move: 'accept', at: processNow() }))
    expect(await webhooksWithNews(database())).toEqual(expect.arrayContaining([all.id, moves.id]))
    for (const { id } of [all, moves])
      expect(await queueEvents(system, { webhookId: id })).toMatchObject({ ok: true })
    const queued = await queuedFor(all.id)
    const types = new Set(queued.map(({ type }) => type))
    for (const type of ['label.moved', 'round.announced', 'result.final', 'award.moved'])
      expect(types).toContain(type)
    expect(queued.find(({ type }) => type === 'award.moved')!.body).toMatchObject({
      type: 'award.moved',
      timestamp: expect.stringMatching(/Z$/),
      data: { award: awardId, from: 'offered', to: 'accepted', label: award!.label },
    })
    expect(JSON.stringify(queued), 'nothing from before it was made').not.toContain('"label":"q7"')
    expect(new Set((await queuedFor(moves.id)).map(({ type }) => type))).toEqual(new Set(['label.moved']))
    expect(await queueEvents(system, { webhookId: all.id })).toMatchObject(refusal('webhook.nothing-new'))
    expect(await webhooksWithNews(database())).not.toContain(all.id)
  })

  test('several workers queue an event once', async () => {
    const { id } = await makeWebhook({ events: ['round.announced'] })
    await announce((await makeRound({ state: 'review' })).id, 'Once')
    await Promise.all([1, 2, 3, 4].map(() => queueEvents(system, { webhookId: id })))
    expect(await queuedFor(id)).toHaveLength(1)
  })

  test('what was committed late is found all the same', async () => {
    const { id } = await makeWebhook({ events: ['round.announced'] })
    const round = await makeRound({ state: 'review' })
    const early = processNow()
    await announce(round.id, 'Later')
    await queueEvents(system, { webhookId: id })
    await database()
      .insert(announcements)
      .values({ id: newId('ann', early), roundId: round.id, at: early, text: 'Earlier, and committed later' })
    expect(await webhooksWithNews(database())).toContain(id)
    expect(await queueEvents(system, { webhookId: id })).toMatchObject({ ok: true, value: { queued: 1 } })
  })

  test('all that have news are found with a few questions, however many there are', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, () => makeWebhook({ events: ['round.announced'] })),
    )
    const without = await makeWebhook({ events: ['result.final'] })
    await announce((await makeRound({ state: 'review' })).id, 'News')
    const asked: string[] = []
    const logger = { logQuery: (query: string) => asked.push(query) }
    const found = await webhooksWithNews(drizzle(pool(), { casing: 'snake_case', logger }))
    expect(found).toEqual(expect.arrayContaining(made.map(({ id }) => id)))
    expect(found).not.toContain(without.id)
    expect(asked.length).toBeLessThanOrEqual(2 + eventNames.length)
    for (const { id } of made) await queueEvents(system, { webhookId: id })
    const left = await webhooksWithNews(database())
    for (const { id } of made) expect(left).not.toContain(id)
  })

  test('of a draft nothing is sent', async () => {
    const { id } = await makeWebhook({ events: ['round.announced', 'round.moved'] })
    await announce((await makeRound({ state: 'draft' })).id, 'A secret')
    expect(await queueEvents(system, { webhookId: id })).toMatchObject(refusal('webhook.nothing-new'))
  })

  test('refuses the role: it is the system’s', async () => {
    const { id, person } = await makeWebhook()
    expect(await queueEvents(person, { webhookId: id })).toMatchObject(refusal('access.denied'))
    expect(await queueEvents(anyone, { webhookId: id })).toMatchObject(refusal('access.signed-out'))
    expect(
      await queueEvents(await makePerson({ roles: ['administrator'] }), { webhookId: id }),
    ).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: a webhook that is not there', async () => {
    expect(await queueEvents(system, { webhookId: 'whk_none' })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: it is disabled', async () => {
    const { id } = await makeWebhook({ disabled: true })
    expect(await queueEvents(system, { webhookId: id })).toMatchObject(refusal('thing.not-found'))
  })
})
