import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { anyone, personById } from '@/lib/access/actor'
import { createOrganisation } from './create-organisation'
import { ownOrganisation, ownOrganisations } from './queries'

afterAll(closeDatabase)

const form = {
  legalName: 'Example Rivers Trust (fictional)',
  country: 'GB',
  kind: 'charity',
  registrationNumber: 'EX-1',
  address: '1 Example Street',
  publicContact: 'hello@rivers.example',
  website: 'https://rivers.example/',
  beneficialOwners: [{ name: 'Ada Rivers', country: 'GB', share: '100 %' }],
}

describe('creating an organisation', () => {
  test('makes its creator owner and editor', async () => {
    const person = await makePerson()
    const answer = await createOrganisation(person, form)
    if (!answer.ok) throw new Error(answer.error.code)
    const now = (await personById(database(), person.userId, 1))!
    expect(await ownOrganisations(now, undefined)).toEqual([
      {
        id: answer.value.organisationId,
        legalName: form.legalName,
        country: expect.stringContaining('United Kingdom'),
        roles: ['owner', 'editor'],
      },
    ])
  })

  test('is for people who are signed in', async () => {
    expect(await createOrganisation(anyone, form)).toMatchObject({ error: { status: 401 } })
  })

  test('shows it to nobody outside', async () => {
    const answer = await createOrganisation(await makePerson(), form)
    if (!answer.ok) throw new Error(answer.error.code)
    expect(await ownOrganisation(await makePerson(), answer.value)).toBeUndefined()
  })

  test.each([
    [{ legalName: '' }, 'legalName'],
    [{ country: 'XX' }, 'country'],
    [{ kind: 'club' }, 'kind'],
    [{ address: '' }, 'address'],
    [{ publicContact: '' }, 'publicContact'],
    [{ website: 'javascript:alert(1)' }, 'website'],
    [{ beneficialOwners: [{ name: '', country: 'GB', share: '' }] }, 'beneficialOwners.0.name'],
    [{ owner: true }, 'owner'],
  ])('refuses %j at its field', async (wrong, field) => {
    const answer = await createOrganisation(await makePerson(), { ...form, ...wrong })
    expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
    expect(Object.keys((!answer.ok && answer.error.fields) || {})).toContain(field)
  })
})
