import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { anyone } from '@/lib/access/actor'
import { changeOrganisation } from './change-organisation'
import { ownOrganisation } from './queries'

afterAll(closeDatabase)

const form = (organisationId: string, version = 1) => ({
  organisationId,
  version,
  legalName: 'Example Renamed (fictional)',
  country: 'KE',
  kind: 'foundation',
  registrationNumber: '',
  address: '2 Example Street',
  publicContact: '+254 0000',
  website: '',
  beneficialOwners: [],
})

describe('changing an organisation', () => {
  test('is its owner’s', async () => {
    const { organisation, person } = await makeApplicant()
    expect(await changeOrganisation(person, form(organisation.id))).toMatchObject({ value: { version: 2 } })
    const read = await ownOrganisation(person, { organisationId: organisation.id })
    expect(read?.organisation).toMatchObject({ legalName: 'Example Renamed (fictional)', country: 'KE' })
  })

  test('is not an editor’s, nor anyone’s who is signed out', async () => {
    const { organisation } = await makeApplicant()
    const editor = await makePerson({ member: { organisationId: organisation.id, roles: ['editor'] } })
    expect(await changeOrganisation(editor, form(organisation.id))).toMatchObject({ error: { status: 404 } })
    expect(await changeOrganisation(anyone, form(organisation.id))).toMatchObject({ error: { status: 401 } })
  })

  test('finds no foreign one', async () => {
    const [mine, theirs] = [await makeApplicant(), await makeApplicant()]
    const foreign = await changeOrganisation(mine.person, form(theirs.organisation.id))
    expect(foreign).toEqual(await changeOrganisation(mine.person, form('org_unknown')))
    expect(foreign).toMatchObject({ error: { status: 404 } })
  })

  test('keeps what someone else changed meanwhile', async () => {
    const { organisation, person } = await makeApplicant()
    const both = await Promise.all([1, 2].map(() => changeOrganisation(person, form(organisation.id))))
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    expect(both.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'thing.changed', status: 409 } })
  })
})
