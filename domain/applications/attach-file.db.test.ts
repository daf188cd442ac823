import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication, makeAttachment } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { attachments } from '@/db/schema/applications'
import { receiveFile } from '@/domain/files/receive-file'
import { MOST_KEPT_BYTES, MOST_KEPT_FILES } from '@/domain/files/rules'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { localStore, newStorageKey } from '@/lib/files'
import { attachFile } from './attach-file'
import { mayAttach } from './may-attach'
import { attachmentsOfApplication } from './queries'

afterAll(closeDatabase)

const file = () => ({
  storageKey: newStorageKey(),
  sha256: 'cd'.repeat(32),
  size: 2048,
  mediaType: 'image/png',
  fileName: 'sign.png',
})

describe('application.attach-file', () => {
  test('attaches a file, titled by its name when nothing better is given', async () => {
    const { id: applicationId, person } = await makeApplication()
    expect(await attachFile(person, { applicationId, title: '', file: file() })).toMatchObject({ ok: true })
    const page = await attachmentsOfApplication(person, { applicationId })
    expect(page?.attachments).toMatchObject([{ title: 'sign.png', size: 2048 }])
  })

  test('holds ten, also when the last place is asked for twice at once', async () => {
    const made = await makeApplication()
    for (let i = 0; i < 9; i++) await makeAttachment(made)
    const attach = () => attachFile(made.person, { applicationId: made.id, title: 'x', file: file() })
    const answers = await Promise.all([attach(), attach()])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await attach()).toMatchObject({ error: { code: 'file.too-many', status: 409 } })
  })

  test('counts removed files too: their bytes are kept', async () => {
    const made = await makeApplication()
    for (let i = 0; i < MOST_KEPT_FILES; i++) await makeAttachment(made)
    await database()
      .update(attachments)
      .set({ removedAt: processNow() })
      .where(eq(attachments.applicationId, made.id))
    const attach = (to: { id: string; person: Person }, size = 2048) =>
      attachFile(to.person, { applicationId: to.id, title: 'x', file: { ...file(), size } })
    expect(await attach(made)).toMatchObject({ error: { code: 'file.quota', status: 409 } })
    expect((await mayAttach(made.person, { applicationId: made.id }))?.refusal?.code).toBe('file.quota')
    const heavy = await makeApplication()
    expect(await attach(heavy, MOST_KEPT_BYTES)).toMatchObject({ ok: true })
    expect(await attach(heavy)).toMatchObject({ error: { code: 'file.quota' } })
  })

  test('tells before the bytes come whether there is such an application for the person', async () => {
    const { id: applicationId, person, organisation } = await makeApplication()
    const bidder = await makePerson({ member: { organisationId: organisation.id, roles: ['bidder'] } })
    expect(await mayAttach(person, { applicationId })).toEqual({ refusal: undefined })
    for (const other of [bidder, (await makeApplicant()).person])
      expect(await mayAttach(other, { applicationId })).toBeUndefined()
    expect(await mayAttach(person, { applicationId: 'app_unknown' })).toBeUndefined()
  })

  test('leaves no bytes behind when the record is refused', async () => {
    const { person } = await makeApplicant()
    const { id: applicationId } = await makeApplication()
    const bytes = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n')
    let key = ''
    const answer = await receiveFile({ bytes, fileName: 'plan.pdf', declaredType: '' }, (kept) => {
      key = kept.storageKey
      return attachFile(person, { applicationId, title: '', file: kept })
    })
    expect(answer).toMatchObject({ error: { code: 'thing.not-found' } })
    await expect(localStore.get(key)).rejects.toThrow()
  })

  test('refuses the role', async () => {
    const { id: applicationId, organisation } = await makeApplication()
    const bidder = await makePerson({ member: { organisationId: organisation.id, roles: ['bidder'] } })
    expect(await attachFile(bidder, { applicationId, title: '', file: file() })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })

  test('refuses the stranger', async () => {
    const { id: applicationId } = await makeApplication()
    const { person } = await makeApplicant()
    expect(await attachFile(person, { applicationId, title: '', file: file() })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment', async () => {
    const lotId = (await makeRound({ state: 'review' })).lots[0]!.id
    const { id: applicationId, person } = await makeApplication({ lotId })
    expect(await attachFile(person, { applicationId, title: '', file: file() })).toMatchObject({
      error: { code: 'application.closed' },
    })
  })
})
