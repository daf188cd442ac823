import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { anyone, type Person } from '@/lib/access/actor'
import { chooseDelivery } from './choose-delivery'
import { preferences } from './queries'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const wishes = async (person: Person) =>
  Object.fromEntries((await preferences(person, undefined))!.map(({ kind, delivery }) => [kind, delivery]))

describe('choosing how letters come', () => {
  test('does it for one’s own kinds, and changes it again; everything comes at once until then', async () => {
    const person = await makePerson()
    expect(new Set(Object.values(await wishes(person)))).toEqual(new Set(['at-once']))
    await chooseDelivery(person, { choices: { receipts: 'digest', panel: 'inbox' } })
    expect(await wishes(person)).toMatchObject({ receipts: 'digest', panel: 'inbox', registrars: 'at-once' })
    await chooseDelivery(person, { choices: { receipts: 'at-once' } })
    expect(await wishes(person)).toMatchObject({ receipts: 'at-once', panel: 'inbox' })
  })

  test('refuses the role: nobody signed in', async () => {
    expect(await chooseDelivery(anyone, { choices: {} })).toMatchObject(refusal('access.signed-out'))
  })

  test('refuses the stranger: nobody chooses for another', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    await chooseDelivery(person, { choices: { receipts: 'inbox' } })
    expect(await chooseDelivery(other, { choices: {}, userId: person.userId })).toMatchObject(
      refusal('input.invalid'),
    )
    expect(await wishes(other)).toMatchObject({ receipts: 'at-once' })
  })

  test('refuses the moment: security and deadlines are no choice', async () => {
    const person = await makePerson()
    for (const choices of [{ security: 'inbox' }, { deadlines: 'digest' }, { receipts: 'never' }])
      expect(await chooseDelivery(person, { choices })).toMatchObject(refusal('input.invalid'))
    expect(new Set(Object.values(await wishes(person)))).toEqual(new Set(['at-once']))
  })
})
