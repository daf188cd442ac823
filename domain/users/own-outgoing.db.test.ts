import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeWebhook } from '@/db/factories/webhooks'
import { renewCalendar } from '@/domain/feeds/renew-calendar'
import { chooseDelivery } from '@/domain/notifications/choose-delivery'
import { post } from '@/lib/mail'
import { ownData } from './own-data'

afterAll(closeDatabase)

test('inbox, wishes, calendar and webhooks are among one’s own data, their secrets are not', async () => {
  const { person } = await makeApplicant()
  await chooseDelivery(person, { choices: { receipts: 'digest' } })
  const calendar = await renewCalendar(person, {})
  const { secret } = await makeWebhook({ person })
  const letter = { to: person.email, subject: 'Hello', text: 'Text.', template: 'decision' }
  await database().transaction((tx) => post(tx, [letter]))
  const own = (await ownData(person, undefined))!
  expect(own).toMatchObject({
    inbox: [{ kind: 'deadlines', readAt: null }],
    letterWishes: [{ kind: 'receipts', delivery: 'digest' }],
    calendarAddresses: [{ revokedAt: null }],
    webhooks: [{ url: 'https://hooks.example.org/names', removedAt: null }],
  })
  const text = JSON.stringify(own, (_key, value) => (typeof value === 'bigint' ? `${value}` : value))
  expect(text).not.toContain(secret)
  expect(text).not.toContain(calendar.ok ? calendar.value.token : '')
  const other = (await ownData(await makePerson(), undefined))!
  expect([other.inbox, other.webhooks, other.calendarAddresses, other.letterWishes]).toEqual([[], [], [], []])
})
