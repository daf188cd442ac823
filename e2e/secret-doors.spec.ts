import { makeAward } from '@/db/factories/awards'
import { makeApplicant } from '@/db/factories/people'
import { renewCalendar } from '@/domain/feeds/renew-calendar'
import { expect, test } from './fixtures/portal'

const calendar = (token: string) => `/feeds/personal/${token}/calendar.ics`

test('what a secret opens stays shut without it, and once it is stopped', async ({ visit, signInAs }) => {
  const { person } = await makeApplicant()
  const made = await renewCalendar(person, {})
  const token = made.ok ? made.value.token : ''
  const page = await visit()
  const found = await page.request.get(calendar(token))
  expect(found.headers()['content-type']).toContain('text/calendar')
  expect((await page.request.get(calendar('x'.repeat(43)))).status()).toBe(404)
  await renewCalendar(person, {})
  expect((await page.request.get(calendar(token))).status()).toBe(404)

  const { awardId, person: winner } = await makeAward({ state: 'accepted' })
  for (const anyone of [page, await signInAs(person), await signInAs(winner)])
    expect((await anyone.request.get(`/portal/awards/${awardId}/checkout`)).status()).toBe(404)
  const unsigned = await page.request.post('/api/v1/webhooks/stripe', { data: { id: 'evt_1' } })
  expect(unsigned.status()).toBe(404)
})
