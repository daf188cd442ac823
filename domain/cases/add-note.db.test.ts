import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeCase } from '@/db/factories/cases'
import { makePerson } from '@/db/factories/people'
import { keepEvidence } from '@/domain/files/keep-evidence'
import { fileToDownload } from '@/domain/files/queries'
import { newStorageKey } from '@/lib/files'
import { addNote } from './add-note'
import { caseOfReporter } from './public-queries'
import { caseForOfficers } from './queries'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const document = () => ({
  storageKey: newStorageKey(),
  sha256: 'ab'.repeat(32),
  size: 2048,
  mediaType: 'image/png',
  fileName: 'page.png',
})

test('officers and the auditor read a note and its document; neither side does', async () => {
  const [one, { id, key }] = [await officer(), await makeCase()]
  const kept = await keepEvidence(one, { file: document() })
  const { fileId } = (kept.ok && kept.value) as { fileId: string }
  const text = 'The coat of arms is a stock picture.'
  expect(await addNote(one, { caseId: id, note: text, fileId })).toMatchObject({ ok: true })
  const auditor = await makePerson({ roles: ['auditor'] })
  for (const reader of [await officer(), auditor]) {
    expect((await caseForOfficers(reader, { caseId: id }))?.notes).toMatchObject([
      { text, fileName: 'page.png' },
    ])
    expect(await fileToDownload(reader, { fileId })).toMatchObject({ fileName: 'page.png' })
  }
  expect(await fileToDownload(await makePerson({ roles: ['reviewer'] }), { fileId })).toBeUndefined()
  expect((await caseOfReporter(key))?.entries).toEqual([])
})

test('refuses the role', async () => {
  const { id } = await makeCase()
  const auditor = await makePerson({ roles: ['auditor'] })
  expect(await addNote(auditor, { caseId: id, note: 'Mine.' })).toMatchObject(refusal('access.denied'))
})

test('refuses the stranger: an unknown case, and a document of somebody else', async () => {
  expect(await addNote(await officer(), { caseId: 'cas_none', note: 'Mine.' })).toMatchObject(
    refusal('thing.not-found'),
  )
  const kept = await keepEvidence(await officer(), { file: document() })
  const { fileId } = (kept.ok && kept.value) as { fileId: string }
  const { id } = await makeCase()
  expect(await addNote(await officer(), { caseId: id, note: 'Mine.', fileId })).toMatchObject({
    error: { code: 'input.invalid', fields: { fileId: expect.any(String) } },
  })
})

test('refuses no moment but the one before the address is confirmed: a decided case takes notes too', async () => {
  const decided = { finding: 'not-established', action: 'none', findingReason: 'Trial' } as const
  const over = await makeCase({ change: { state: 'decided', decidedAt: new Date(0), ...decided } })
  expect(await addNote(await officer(), { caseId: over.id, note: 'Mine.' })).toMatchObject({ ok: true })
  const hidden = await makeCase({ confirmed: false })
  expect(await addNote(await officer(), { caseId: hidden.id, note: 'Mine.' })).toMatchObject(
    refusal('thing.not-found'),
  )
})
