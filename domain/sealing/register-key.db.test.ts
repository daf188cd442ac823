import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { publishCeremony } from '@/db/testing/sealed-rounds'
import { ownCustody } from './queries'
import { registerKey } from './register-key'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const sealedRound = (state: 'applications') => makeRound({ state, format: 'sealed-first-price' })

describe('a custodian', () => {
  test('registers its own key, which ends the one before; nobody else does, and no key twice', async () => {
    const person = await makePerson({ roles: ['custodian'] })
    const { made } = await publishCeremony((await sealedRound('applications')).id)
    const employer = 'Example Counsel (fictional)'
    const input = { recipient: made.recipient, employer }
    expect(await registerKey(await officer(), input)).toMatchObject({ error: { code: 'access.denied' } })
    expect(await registerKey(person, { ...input, recipient: 'age1x' })).toMatchObject({
      error: { code: 'input.invalid' },
    })
    expect(await registerKey(person, input)).toMatchObject({ ok: true })
    expect(await registerKey(person, input)).toMatchObject({ error: { code: 'custodian.key-known' } })
    const other = (await publishCeremony((await sealedRound('applications')).id)).made.recipient
    expect(await registerKey(person, { ...input, recipient: other })).toMatchObject({ ok: true })
    const seen = await ownCustody(person, undefined)
    expect(seen?.own).toMatchObject({ recipient: other, employer })
    expect(await ownCustody(await officer(), undefined)).toBeUndefined()
  })
})
