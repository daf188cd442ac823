import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAttachment, makePlanVersion, makeSubmittedApplication } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { assignments, conflictDeclarations } from '@/db/schema/reviews'
import { files } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { newStorageKey } from '@/lib/files'
import { newId } from '@/lib/ids'
import { keepEvidence } from './keep-evidence'
import { fileToDownload } from './queries'

afterAll(closeDatabase)

const file = () => ({
  storageKey: newStorageKey(),
  sha256: 'ab'.repeat(32),
  size: 2048,
  mediaType: 'application/pdf',
  fileName: 'agreement.pdf',
})

describe('file.keep-evidence', () => {
  test('files a document for officers', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    const answer = await keepEvidence(officer, { file: file() })
    if (!answer.ok) throw new Error(answer.error.message)
    const { fileId } = answer.value as { fileId: string }
    const [row] = await database().select().from(files).where(eq(files.id, fileId))
    expect(row?.uploadedBy).toBe(officer.userId)
    expect(await fileToDownload(officer, { fileId })).toMatchObject({ fileName: 'agreement.pdf' })
  })

  test('refuses the role', async () => {
    const { person } = await makeApplicant()
    expect(await keepEvidence(person, { file: file() })).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('refuses the stranger to the document: another officer sees it once it proves something', async () => {
    const [one, other] = [
      await makePerson({ roles: ['programme-officer'] }),
      await makePerson({ roles: ['programme-officer'] }),
    ]
    const answer = await keepEvidence(one, { file: file() })
    const { fileId } = (answer.ok && answer.value) as { fileId: string }
    expect(await fileToDownload(other, { fileId })).toBeUndefined()
  })

  test('refuses the moment: without the second factor', async () => {
    const officer = await makePerson({ roles: ['programme-officer'], assurance: 1 })
    expect(await keepEvidence(officer, { file: file() })).toMatchObject({
      error: { code: 'access.second-factor-needed' },
    })
  })
})

describe('who downloads an attachment', () => {
  async function makeAttached() {
    const application = await makeSubmittedApplication()
    const { fileId } = await makeAttachment(application)
    await makePlanVersion(application)
    return { ...application, fileId }
  }

  test('its own people and those who manage applications', async () => {
    const { fileId, person } = await makeAttached()
    expect(await fileToDownload(person, { fileId })).toBeDefined()
    expect(await fileToDownload(await makePerson({ roles: ['programme-officer'] }), { fileId })).toBeDefined()
  })

  test('nobody else', async () => {
    const { fileId } = await makeAttached()
    const { person: rival } = await makeApplicant()
    for (const actor of [
      rival,
      await makePerson(),
      await makePerson({ roles: ['reviewer'] }),
      await makePerson({ roles: ['programme-officer'], assurance: 1 }),
    ])
      expect(await fileToDownload(actor, { fileId })).toBeUndefined()
  })

  test('a reviewer who is assigned and declared no conflict, until one is declared', async () => {
    const { id: applicationId, fileId } = await makeAttached()
    const reviewer = await makePerson({ roles: ['reviewer'] })
    const key = { applicationId, reviewerId: reviewer.userId }
    await database()
      .insert(assignments)
      .values({ id: newId('asg'), ...key, assignedAt: processNow() })
    await database()
      .insert(conflictDeclarations)
      .values({ ...key, state: 'not-asked' })
    expect(await fileToDownload(reviewer, { fileId })).toBeUndefined()
    const declare = (state: 'none' | 'declared') =>
      database()
        .update(conflictDeclarations)
        .set({ state, nature: 'Trial' })
        .where(eq(conflictDeclarations.reviewerId, reviewer.userId))
    await declare('none')
    expect(await fileToDownload(reviewer, { fileId })).toBeDefined()
    await declare('declared')
    expect(await fileToDownload(reviewer, { fileId })).toBeUndefined()
  })
})
