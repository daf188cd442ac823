import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import {
  makeApplication,
  makeAttachment,
  makePlanVersion,
  makeSubmittedApplication,
} from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { attachmentsOfApplication, receiptOfApplication } from './queries'
import { removeFile } from './remove-file'

afterAll(closeDatabase)

describe('application.remove-file', () => {
  test('takes it out of the draft; the submitted version keeps it', async () => {
    const lotId = (await makeRound({ state: 'applications' })).lots[0]!.id
    const made = await makeSubmittedApplication({ lotId })
    const { attachmentId } = await makeAttachment(made, 'Sketch')
    await makePlanVersion(made)
    const input = { applicationId: made.id, attachmentId }
    expect(await removeFile(made.person, input)).toMatchObject({ ok: true })
    expect((await attachmentsOfApplication(made.person, input))?.attachments).toEqual([])
    expect((await receiptOfApplication(made.person, input))?.attachments).toMatchObject([{ title: 'Sketch' }])
    expect(await removeFile(made.person, input)).toMatchObject({ error: { code: 'thing.not-found' } })
  })

  test('refuses the role', async () => {
    const made = await makeApplication()
    const { attachmentId } = await makeAttachment(made)
    const bidder = await makePerson({ member: { organisationId: made.organisation.id, roles: ['bidder'] } })
    expect(await removeFile(bidder, { applicationId: made.id, attachmentId })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })

  test('refuses the stranger, also with a file of another application', async () => {
    const made = await makeApplication()
    const { attachmentId } = await makeAttachment(made)
    const other = await makeApplication()
    for (const input of [
      { applicationId: made.id, attachmentId },
      { applicationId: other.id, attachmentId },
    ])
      expect(await removeFile(other.person, input)).toMatchObject({ error: { code: 'thing.not-found' } })
    const { person } = await makeApplicant()
    expect(await removeFile(person, { applicationId: made.id, attachmentId })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment', async () => {
    const lotId = (await makeRound({ state: 'review' })).lots[0]!.id
    const made = await makeApplication({ lotId })
    const { attachmentId } = await makeAttachment(made)
    expect(await removeFile(made.person, { applicationId: made.id, attachmentId })).toMatchObject({
      error: { code: 'application.closed' },
    })
  })
})
