import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication, makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { sponsorships } from '@/db/schema/applications'
import { ownSponsorships } from './queries'

afterAll(closeDatabase)

test('a registrar sees what is asked of it, and nothing of another', async () => {
  const { id, label } = await makeApplication({ sponsorship: 'requested' })
  const [asked] = await database().select().from(sponsorships).where(eq(sponsorships.applicationId, id))
  const other = await makeRegistrar()
  const own = await ownSponsorships(await makePerson({ registrar: asked!.registrarIanaId }), undefined)
  expect(own?.asked).toMatchObject([{ id: asked!.id, label, state: 'requested' }])
  const theirs = await ownSponsorships(await makePerson({ registrar: other.ianaId }), undefined)
  expect(theirs).toMatchObject({ name: other.name, asked: [] })
  expect(await ownSponsorships(await makePerson({ roles: ['programme-officer'] }), undefined)).toBeUndefined()
})
