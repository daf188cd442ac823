import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { awardOf, makeBuildOut } from '@/db/factories/build-out'
import { makeApplicant } from '@/db/factories/people'
import { makeOfficer } from '@/db/factories/reviews'
import { awards } from '@/db/schema/awards'
import { buildOuts, commitments, transfers } from '@/db/schema/build-out'
import { mailOutbox } from '@/db/schema/system'
import { submitEvidence } from '@/domain/evidence/submit-evidence'
import { processNow } from '@/lib/clock'
import { newStorageKey } from '@/lib/files'
import { agreeTransfer } from './agree-transfer'
import { approveTransfer } from './approve-transfer'
import { refuseTransfer } from './refuse-transfer'
import { requestTransfer } from './request-transfer'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'The deed shows the sale of the whole organisation.'

/** A sale that the owner asked to be followed by the name. */
async function requested() {
  const made = await makeBuildOut()
  const buyer = await makeApplicant()
  const file = {
    storageKey: newStorageKey(),
    sha256: 'ab'.repeat(32),
    size: 10,
    mediaType: 'application/pdf',
    fileName: 'deed.pdf',
  }
  const statement = 'The whole organisation was sold, as the deed shows.'
  const toOrganisationId = buyer.organisation.id
  const asked = await requestTransfer(made.person, {
    awardId: made.awardId,
    toOrganisationId,
    ground: 'sale',
    statement,
    file,
  })
  if (!asked.ok) throw new Error(asked.error.code)
  const { transferId } = asked.value
  const agree = () => agreeTransfer(buyer.person, { transferId, confirmed: true })
  return { made, buyer, agree, input: { transferId, reason } }
}

describe('letting a name pass on (R12.3)', () => {
  test('two officers: the buyer holds it, and owes what was promised as it stands', async () => {
    const { made, buyer, agree, input } = await requested()
    await agree()
    const before = await database().select().from(commitments).where(eq(commitments.awardId, made.awardId))
    const asked = await approveTransfer(await makeOfficer(), input)
    expect((await awardOf(made)).organisationId, 'nothing yet').toBe(made.organisation.id)
    expect(await approve(asked, await makeOfficer())).toEqual({ ok: true, value: { awardId: made.awardId } })
    expect((await awardOf(made)).organisationId).toBe(buyer.organisation.id)
    expect(await database().select().from(commitments).where(eq(commitments.awardId, made.awardId))).toEqual(
      before,
    )
    const page = { commitmentId: made.commitmentId, kind: 'url', target: 'q7.org' }
    expect(await submitEvidence(made.person, page)).toMatchObject(refusal('thing.not-found'))
    expect(await submitEvidence(buyer.person, page)).toMatchObject({ ok: true })
    for (const { email } of [made.person, buyer.person]) {
      const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, email))
      expect(letters.at(-1)).toMatchObject({ template: 'transfer', text: expect.stringContaining(reason) })
    }
  })

  test('the database lets no award change hands in any other way', async () => {
    const { made, buyer } = await requested()
    const taking = database()
      .update(awards)
      .set({ organisationId: buyer.organisation.id })
      .where(eq(awards.id, made.awardId))
    await expect(taking).rejects.toMatchObject({
      cause: { constraint_name: 'awards_change_hands_by_transfer' },
    })
  })

  test('refuses while the buyer has not agreed, and so does the database', async () => {
    const { buyer, agree, input } = await requested()
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, buyer.person.email))
    expect(letters.at(-1)!.text).toContain(`/portal/transfers/${input.transferId}`)
    expect(await approveTransfer(await makeOfficer(), input)).toMatchObject(refusal('transfer.not-agreed'))
    const [one, other] = [await makeOfficer(), await makeOfficer()]
    const forced = database()
      .update(transfers)
      .set({ state: 'approved', decidedBy: one.userId, approvedBy: other.userId, decidedAt: processNow() })
      .where(eq(transfers.id, input.transferId))
    await expect(forced).rejects.toMatchObject({ cause: { constraint_name: 'transfers_receiver_agrees' } })
    await agree()
    expect(await approveTransfer(await makeOfficer(), input)).toMatchObject({ ok: true })
  })

  test('refuses the role, and the requester as the second', async () => {
    const { made, agree, input } = await requested()
    await agree()
    expect(await approveTransfer(made.person, input)).toMatchObject(refusal('access.denied'))
    const officer = await makeOfficer()
    expect(await approve(await approveTransfer(officer, input), officer)).toMatchObject(
      refusal('approval.own'),
    )
  })

  test('refuses the stranger: an unknown transfer', async () => {
    expect(await approveTransfer(await makeOfficer(), { transferId: 'trf_none', reason })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: a lock meanwhile, and once it was decided', async () => {
    const { made, agree, input } = await requested()
    await agree()
    await database()
      .update(buildOuts)
      .set({ transferLockedAt: processNow() })
      .where(eq(buildOuts.awardId, made.awardId))
    expect(await approveTransfer(await makeOfficer(), input)).toMatchObject(refusal('transfer.locked'))
    await refuseTransfer(await makeOfficer(), input)
    expect(await approveTransfer(await makeOfficer(), input)).toMatchObject(refusal('transfer.decided'))
  })
})
