import { expect, test } from 'vitest'
import type { Person } from '@/lib/access/actor'
import { placesOf } from './home-of'

const hrefs = (roles: Person['roles'], memberships: Person['memberships'] = []) =>
  placesOf({ roles, memberships }).map(({ href }) => href)

test('everyone signed in has a way to their work', () => {
  expect(hrefs([])).toEqual(['/portal'])
  expect(hrefs(['registrar'])).toEqual(['/registrar'])
  expect(hrefs(['reviewer'])).toEqual(['/review'])
})

test('one place for all parts of the programme, and one for each other hat', () => {
  expect(hrefs(['programme-officer', 'panel-chair', 'auditor'])).toEqual(['/admin'])
  expect(hrefs(['panel-chair', 'reviewer'])).toEqual(['/admin', '/review'])
  expect(hrefs(['registrar'], [{ organisationId: 'org', role: 'owner' }])).toEqual(['/registrar', '/portal'])
})
