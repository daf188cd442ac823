import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { changeSettings } from './change-settings'
import { readSettings } from './read-settings'

afterAll(closeDatabase)

const finance = () => makePerson({ roles: ['finance-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const net = { basis: 'net', commission: '2.5', recognition: 'award', reason: 'Counsel read it so.' }

test('changes the settings for what comes, as a new version, by two people', async () => {
  const before = await readSettings(database())
  const asked = await changeSettings(await finance(), net)
  expect(await readSettings(database())).toEqual(before)
  expect(await approve(asked, await makePerson({ roles: ['programme-officer'] }))).toMatchObject({ ok: true })
  expect(await readSettings(database())).toEqual({
    version: before.version + 1,
    basis: 'net',
    commissionBp: 250,
    recognition: 'award',
  })
})

test('refuses the role', async () => {
  expect(await changeSettings(await makePerson({ roles: ['auditor'] }), net)).toMatchObject(
    refusal('access.denied'),
  )
})

test('refuses the stranger', async () => {
  expect(await changeSettings({ kind: 'anyone' }, net)).toMatchObject(refusal('access.signed-out'))
})

test('refuses the moment: settings in force already, and a request on older ones', async () => {
  const [first, second] = [await finance(), await finance()]
  const gross = { ...net, basis: 'gross', commission: '', recognition: 'payment' }
  const [one, other] = [
    await changeSettings(first, gross),
    await changeSettings(second, { ...net, commission: '3' }),
  ]
  expect(await approve(one, second)).toMatchObject({ ok: true })
  expect(await approve(other, first)).toMatchObject(refusal('approval.changed'))
})

test('net needs its commission', async () => {
  for (const commission of ['', '0', '100', '2.555', 'some'])
    expect(await changeSettings(await finance(), { ...net, commission })).toMatchObject({
      error: { code: 'input.invalid', fields: { commission: expect.any(String) } },
    })
})
