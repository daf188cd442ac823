import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut } from '@/db/factories/build-out'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeOfficer } from '@/db/factories/reviews'
import { commitments, transfers } from '@/db/schema/build-out'
import { mailOutbox } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { agreeTransfer } from './agree-transfer'
import { transfersToAgree, transferToOwn } from './queries'
import { refuseTransfer } from './refuse-transfer'
import { requestTransfer } from './request-transfer'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

async function asked() {
  const made = await makeBuildOut()
  await database()
    .update(commitments)
    .set({ outcome: 'kept', outcomeAt: processNow() })
    .where(eq(commitments.awardId, made.awardId))
  const buyer = await makeApplicant()
  const answer = await requestTransfer(made.person, {
    awardId: made.awardId,
    toOrganisationId: buyer.organisation.id,
    ground: 'other',
    statement: 'Another organisation takes the service over.',
  })
  if (!answer.ok) throw new Error(answer.error.code)
  const { transferId } = answer.value
  return { made, buyer, transferId, input: { transferId, confirmed: true } }
}

describe('agreeing to take a name over (R12.3)', () => {
  test('is asked of the owner, who sees what it would take over, and told to who passes it on', async () => {
    const { made, buyer, transferId, input } = await asked()
    expect((await transfersToAgree(buyer.person, undefined))?.map(({ id }) => id)).toEqual([transferId])
    expect(await transferToOwn(buyer.person, { transferId })).toMatchObject({
      label: made.label,
      from: made.organisation.legalName,
      open: [],
    })
    expect(await agreeTransfer(buyer.person, input)).toMatchObject({ ok: true })
    const [row] = await database().select().from(transfers).where(eq(transfers.id, transferId))
    expect(row).toMatchObject({ state: 'requested', agreedBy: buyer.person.userId })
    expect(await transfersToAgree(buyer.person, undefined)).toEqual([])
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, made.person.email))
    expect(letters.at(-1)!.text).toContain(`${buyer.organisation.legalName} agrees`)
  })

  test('refuses the role: an editor, and an owner with a password alone', async () => {
    const { buyer, input } = await asked()
    const organisationId = buyer.organisation.id
    const editor = await makePerson({ member: { organisationId, roles: ['editor'] } })
    expect(await agreeTransfer(editor, input)).toMatchObject(refusal('access.denied'))
    expect(await agreeTransfer({ ...buyer.person, assurance: 1 }, input)).toMatchObject(
      refusal('access.second-factor-needed'),
    )
  })

  test('refuses the stranger: who passes it on, and anybody else', async () => {
    const { made, transferId, input } = await asked()
    for (const person of [made.person, (await makeApplicant()).person]) {
      expect(await agreeTransfer(person, input)).toMatchObject(refusal('thing.not-found'))
      expect(await transferToOwn(person, { transferId })).toBeUndefined()
    }
  })

  test('refuses the moment: not confirmed, twice, and once it was refused', async () => {
    const { buyer, input } = await asked()
    expect(await agreeTransfer(buyer.person, { ...input, confirmed: false })).toMatchObject(
      refusal('transfer.not-confirmed'),
    )
    await agreeTransfer(buyer.person, input)
    expect(await agreeTransfer(buyer.person, input)).toMatchObject(refusal('transfer.agreed'))
    const other = await asked()
    const reason = 'The document does not show who takes what over.'
    await refuseTransfer(await makeOfficer(), { transferId: other.transferId, reason })
    expect(await agreeTransfer(other.buyer.person, other.input)).toMatchObject(refusal('transfer.decided'))
  })
})
