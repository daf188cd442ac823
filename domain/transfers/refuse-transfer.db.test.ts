import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { awardOf, makeBuildOut } from '@/db/factories/build-out'
import { makeOrganisation } from '@/db/factories/people'
import { makeOfficer } from '@/db/factories/reviews'
import { commitments, transfers } from '@/db/schema/build-out'
import { mailOutbox } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { refuseTransfer } from './refuse-transfer'
import { requestTransfer } from './request-transfer'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'The document does not show who sold what to whom.'

async function requested() {
  const made = await makeBuildOut()
  await database()
    .update(commitments)
    .set({ outcome: 'kept', outcomeAt: processNow() })
    .where(eq(commitments.awardId, made.awardId))
  const ask = {
    awardId: made.awardId,
    toOrganisationId: (await makeOrganisation()).id,
    ground: 'other',
    statement: 'Another organisation takes the service over.',
  }
  const asked = await requestTransfer(made.person, ask)
  if (!asked.ok) throw new Error(asked.error.code)
  return { made, ask, input: { transferId: asked.value.transferId, reason } }
}

describe('refusing a transfer (R12.3)', () => {
  test('with the reason; the name stays, and it can be asked again', async () => {
    const { made, ask, input } = await requested()
    expect(await refuseTransfer(await makeOfficer(), input)).toMatchObject({ ok: true })
    expect((await awardOf(made)).organisationId).toBe(made.organisation.id)
    const [row] = await database().select().from(transfers).where(eq(transfers.id, input.transferId))
    expect(row).toMatchObject({ state: 'refused', reason })
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, made.person.email))
    expect(letters.at(-1)!.text).toContain(reason)
    expect(await requestTransfer(made.person, ask)).toMatchObject({ ok: true })
  })

  test('refuses the role, the stranger and the moment', async () => {
    const { made, input } = await requested()
    expect(await refuseTransfer(made.person, input)).toMatchObject(refusal('access.denied'))
    const officer = await makeOfficer()
    expect(await refuseTransfer(officer, { ...input, transferId: 'trf_none' })).toMatchObject(
      refusal('thing.not-found'),
    )
    await refuseTransfer(officer, input)
    expect(await refuseTransfer(officer, input)).toMatchObject(refusal('transfer.decided'))
  })
})
