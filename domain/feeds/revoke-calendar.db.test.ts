import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { anyone } from '@/lib/access/actor'
import { calendarBehind } from './queries'
import { renewCalendar } from './renew-calendar'
import { revokeCalendar } from './revoke-calendar'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const origin = 'https://names.example.org'

describe('stopping a calendar', () => {
  test('does it at once, and leaves those of others', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const tokenOf = async (who: typeof person) => {
      const answer = await renewCalendar(who, {})
      return answer.ok ? answer.value.token : ''
    }
    const [token, others] = [await tokenOf(person), await tokenOf(other)]
    expect(await revokeCalendar(person, {})).toMatchObject({ ok: true })
    expect(await calendarBehind(token, origin)).toBeUndefined()
    expect(await calendarBehind(others, origin)).toBeDefined()
  })

  test('refuses the role: nobody signed in', async () => {
    expect(await revokeCalendar(anyone, {})).toMatchObject(refusal('access.signed-out'))
  })

  test('refuses the stranger: it names nobody’s calendar but one’s own', async () => {
    expect(await revokeCalendar(await makePerson(), { userId: 'usr_1' })).toMatchObject(
      refusal('input.invalid'),
    )
  })

  test('refuses the moment: there is none', async () => {
    expect(await revokeCalendar(await makePerson(), {})).toMatchObject(refusal('thing.not-found'))
  })
})
