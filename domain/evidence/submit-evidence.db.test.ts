import { asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut } from '@/db/factories/build-out'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeOfficer } from '@/db/factories/reviews'
import { commitmentMoves, commitments, evidence } from '@/db/schema/build-out'
import { newStorageKey } from '@/lib/files'
import { dueEvidence } from './due-evidence'
import { submitEvidence } from './submit-evidence'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
/** The first commitment of the factories is proven by HTTP, DNSSEC and TLS. */
const page = (commitmentId: string) => ({ commitmentId, kind: 'url', target: 'q7.org/rivers', note: '' })
const file = () => ({
  storageKey: newStorageKey(),
  sha256: 'ab'.repeat(32),
  size: 10,
  mediaType: 'application/pdf',
  fileName: 'report.pdf',
})

const stateOf = async (id: string) =>
  (await database().select().from(commitments).where(eq(commitments.id, id)))[0]!.state
const piecesOf = (id: string) =>
  database().select().from(evidence).where(eq(evidence.commitmentId, id)).orderBy(asc(evidence.id))

describe('submitting evidence (R12.1)', () => {
  test('leaves the commitment with the programme, once, and waits for the worker’s look', async () => {
    const made = await makeBuildOut()
    const { commitmentId, person } = made
    expect(await submitEvidence(person, page(commitmentId))).toMatchObject({ ok: true })
    const host = { commitmentId, kind: 'tls', target: 'https://Q7.org/rivers', note: 'Since May' }
    expect(await submitEvidence(person, host)).toMatchObject({ ok: true })
    const pieces = await piecesOf(commitmentId)
    expect(pieces.map(({ kind, target }) => [kind, target])).toEqual([
      ['url', 'https://q7.org/rivers'],
      ['tls', 'q7.org'],
    ])
    expect(await dueEvidence(database(), pieces[0]!.id)).toMatchObject({ kind: 'url', attempt: 1 })
    expect(await stateOf(commitmentId)).toBe('submitted')
    const moves = await database()
      .select()
      .from(commitmentMoves)
      .where(eq(commitmentMoves.commitmentId, commitmentId))
    expect(moves.map(({ move }) => move)).toEqual(['submit'])
  })

  test('a document is kept and nobody looks at it but people', async () => {
    const made = await makeBuildOut()
    await database()
      .update(commitments)
      .set({ proofKinds: ['file'] })
      .where(eq(commitments.id, made.commitmentId))
    const input = { commitmentId: made.commitmentId, kind: 'file', file: file() }
    expect(await submitEvidence(made.person, input)).toMatchObject({ ok: true })
    const [piece] = await piecesOf(made.commitmentId)
    expect(piece).toMatchObject({ kind: 'file', target: '', nextCheckAt: null })
    expect(await dueEvidence(database(), piece!.id)).toBeUndefined()
  })

  test('late evidence counts as submitted too, up to twenty pieces', async () => {
    const { commitmentId, person } = await makeBuildOut({ state: 'cure-notice', dueInDays: -9 })
    for (let piece = 0; piece < 20; piece++)
      expect(await submitEvidence(person, page(commitmentId))).toMatchObject({ ok: true })
    expect(await submitEvidence(person, page(commitmentId))).toMatchObject(refusal('evidence.too-many'))
  })

  test.each([
    [{ kind: 'url', target: 'http://127.0.0.1/' }, 'target'],
    [{ kind: 'url', target: 'javascript:alert(1)' }, 'target'],
    [{ kind: 'tls', target: 'two words' }, 'target'],
    [{ kind: 'file' }, 'file'],
  ])('%j names the field that is wrong', async (given, field) => {
    const { commitmentId, person } = await makeBuildOut()
    expect(await submitEvidence(person, { commitmentId, ...given })).toMatchObject({
      error: { code: 'input.invalid', fields: { [field]: expect.any(String) } },
    })
  })

  test('refuses the role', async () => {
    const { commitmentId, organisation } = await makeBuildOut()
    const bidder = await makePerson({ member: { organisationId: organisation.id, roles: ['bidder'] } })
    for (const actor of [bidder, await makeOfficer()])
      expect(await submitEvidence(actor, page(commitmentId))).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    const { commitmentId } = await makeBuildOut()
    const { person } = await makeApplicant()
    expect(await submitEvidence(person, page(commitmentId))).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment, and a kind that the commitment does not name', async () => {
    const proposed = await makeBuildOut({ terms: 'proposed' })
    expect(await submitEvidence(proposed.person, page(proposed.commitmentId))).toMatchObject(
      refusal('build-out.not-settled'),
    )
    const { commitmentId, person } = await makeBuildOut()
    expect(await submitEvidence(person, { commitmentId, kind: 'dns', target: 'q7.org' })).toMatchObject(
      refusal('evidence.wrong-kind'),
    )
  })
})
