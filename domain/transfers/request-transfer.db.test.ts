import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut } from '@/db/factories/build-out'
import { makeApplicant, makeOrganisation, makePerson } from '@/db/factories/people'
import { buildOuts, commitments, transfers } from '@/db/schema/build-out'
import { processNow } from '@/lib/clock'
import { newStorageKey } from '@/lib/files'
import { requestTransfer } from './request-transfer'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const file = () => ({
  storageKey: newStorageKey(),
  sha256: 'ab'.repeat(32),
  size: 10,
  mediaType: 'application/pdf',
  fileName: 'deed.pdf',
})

async function asking() {
  const made = await makeBuildOut()
  const to = await makeOrganisation()
  const statement = 'The whole organisation was sold, as the deed shows.'
  const input = { awardId: made.awardId, toOrganisationId: to.id, ground: 'sale', statement, file: file() }
  return { made, to, input }
}
const closeAll = (awardId: string) =>
  database()
    .update(commitments)
    .set({ outcome: 'kept', outcomeAt: processNow() })
    .where(eq(commitments.awardId, awardId))

describe('asking that a name pass on (R12.3)', () => {
  test('while commitments are open only with the sale of the organisation, and with the document', async () => {
    const { made, input } = await asking()
    expect(await requestTransfer(made.person, { ...input, ground: 'other' })).toMatchObject(
      refusal('transfer.commitments-open'),
    )
    expect(await requestTransfer(made.person, { ...input, file: undefined })).toMatchObject(
      refusal('transfer.no-evidence'),
    )
    expect(await requestTransfer(made.person, input)).toMatchObject({ ok: true })
    expect(await requestTransfer(made.person, { ...input, file: file() })).toMatchObject(
      refusal('transfer.open'),
    )
    const rows = await database().select().from(transfers).where(eq(transfers.awardId, made.awardId))
    expect(rows).toMatchObject([{ state: 'requested', ground: 'sale', fileId: expect.any(String) }])
  })

  test('for any reason once the commitments are closed', async () => {
    const { made, input } = await asking()
    await closeAll(made.awardId)
    expect(await requestTransfer(made.person, { ...input, ground: 'other', file: undefined })).toMatchObject({
      ok: true,
    })
  })

  test('refuses the role: an editor, and an owner without the second factor', async () => {
    const { made, input } = await asking()
    const organisationId = made.organisation.id
    const editor = await makePerson({ member: { organisationId, roles: ['editor'] } })
    expect(await requestTransfer(editor, input)).toMatchObject(refusal('access.denied'))
    const weak = await makePerson({ member: { organisationId, roles: ['owner'] }, assurance: 1 })
    expect(await requestTransfer(weak, input)).toMatchObject(refusal('access.second-factor-needed'))
  })

  test('refuses the stranger', async () => {
    const { input } = await asking()
    const { person } = await makeApplicant()
    expect(await requestTransfer(person, input)).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: while a lock stands; and nobody to pass it to', async () => {
    const { made, input } = await asking()
    const { id } = made.organisation
    expect(await requestTransfer(made.person, { ...input, toOrganisationId: 'org_none' })).toMatchObject(
      refusal('transfer.unknown-organisation'),
    )
    expect(await requestTransfer(made.person, { ...input, toOrganisationId: id })).toMatchObject(
      refusal('transfer.same-organisation'),
    )
    await database()
      .update(buildOuts)
      .set({ transferLockedAt: processNow() })
      .where(eq(buildOuts.awardId, made.awardId))
    expect(await requestTransfer(made.person, input)).toMatchObject(refusal('transfer.locked'))
  })
})
