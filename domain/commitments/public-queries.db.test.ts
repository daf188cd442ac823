import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut, makeEvidence, makeRemedy } from '@/db/factories/build-out'
import { makeApplicant } from '@/db/factories/people'
import { makeOfficer, makeReviewer } from '@/db/factories/reviews'
import { commitments } from '@/db/schema/build-out'
import { submitEvidence } from '@/domain/evidence/submit-evidence'
import { fileToDownload } from '@/domain/files/queries'
import { newStorageKey } from '@/lib/files'
import { publicBuildOut } from './public-queries'
import { publicStanding } from './public-standing'
import { buildOutBoard, managedBuildOut, ownBuildOut, ownCommitment } from './queries'

afterAll(closeDatabase)

describe('what the public reads of a build-out (R17.1)', () => {
  test('what was promised for when and how it stands, and no word of reasons, evidence or people', async () => {
    const made = await makeBuildOut({ state: 'cure-notice', dueInDays: -9, rung: 'cure-notice' })
    const officer = await makeOfficer()
    await makeRemedy(made, { rung: 'cure-notice', by: officer.userId })
    const shown = await publicBuildOut(made.label)
    expect(shown!.commitments[0]).toEqual({
      number: 1,
      milestone: `Site answers on ${made.label}.org`,
      dueAt: made.dueAt,
      standing: 'late',
      since: expect.any(Date),
    })
    await makeEvidence(made, { target: 'https://secret.example/' })
    const said = JSON.stringify(await publicBuildOut(made.label))
    expect(said).toContain('"checked"')
    for (const word of ['secret.example', 'not answered since', officer.userId, made.person.name])
      expect(said).not.toContain(word)
  })

  test('nothing before it is settled', async () => {
    const made = await makeBuildOut({ terms: 'proposed' })
    expect(await publicBuildOut(made.label)).toBeUndefined()
    expect(await publicBuildOut('zz')).toBeUndefined()
  })

  test('an outcome stays what it is when the commitment closes', () => {
    expect(publicStanding('closed', 'kept')).toBe('kept')
    expect(publicStanding('closed', 'waived')).toBe('waived')
    expect(publicStanding('returned', null)).toBe('ahead')
  })
})

describe('who reads a build-out', () => {
  test('the registrant its own, the programme all of them, nobody else any', async () => {
    const made = await makeBuildOut()
    const { awardId, commitmentId } = made
    const { person: stranger } = await makeApplicant()
    const officer = await makeOfficer()
    expect(await ownBuildOut(made.person, { awardId })).toMatchObject({ isOwner: true, maySubmit: true })
    expect(await ownCommitment(made.person, { commitmentId })).toMatchObject({ awardId, number: 1 })
    expect(await managedBuildOut(officer, { awardId })).toMatchObject({ planVersion: 1 })
    const board = await buildOutBoard(officer, undefined)
    expect(board!.rows.filter(({ commitment }) => commitment.awardId === awardId)).toHaveLength(3)
    for (const actor of [stranger, officer, await makeReviewer()]) {
      expect(await ownBuildOut(actor, { awardId })).toBeUndefined()
      expect(await ownCommitment(actor, { commitmentId })).toBeUndefined()
    }
    for (const actor of [stranger, made.person, await makeReviewer()]) {
      expect(await managedBuildOut(actor, { awardId })).toBeUndefined()
      expect(await buildOutBoard(actor, undefined)).toBeUndefined()
    }
  })

  test('a document of evidence is read by the same people', async () => {
    const made = await makeBuildOut()
    await database()
      .update(commitments)
      .set({ proofKinds: ['file'] })
      .where(eq(commitments.id, made.commitmentId))
    const file = {
      storageKey: newStorageKey(),
      sha256: 'ab'.repeat(32),
      size: 10,
      mediaType: 'application/pdf',
      fileName: 'report.pdf',
    }
    const input = { commitmentId: made.commitmentId, kind: 'file', file }
    const answer = await submitEvidence(made.person, input)
    if (!answer.ok || !answer.value.fileId) throw new Error('The evidence was not kept.')
    const { fileId } = answer.value
    for (const actor of [made.person, await makeOfficer()])
      expect(await fileToDownload(actor, { fileId })).toMatchObject({ id: fileId })
    const { person: stranger } = await makeApplicant()
    for (const actor of [stranger, await makeReviewer()])
      expect(await fileToDownload(actor, { fileId })).toBeUndefined()
  })
})
