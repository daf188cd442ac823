import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { makeScoredMonth } from '@/db/factories/qpi'
import { mailOutbox } from '@/db/schema/system'
import { answerAppeal } from './answer-appeal'
import { makeAppeal } from './make-appeal'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const ANSWER = 'The crawl saw 700 certificates; none was missed.'
let month = 0

async function makeAppealed() {
  month += 1
  const { ianaId } = await makeRegistrar()
  const officer = await makePerson({ roles: ['programme-officer'] })
  const { runId } = await makeScoredMonth(officer, `2022-${String(month).padStart(2, '0')}`, [
    {
      ...{ ianaId, domains: 1000, renewed: 0.7, used: 0.7, secured: 0.7, signed: 0.1 },
      terms: [10, 0, 0],
    },
  ])
  const registrar = await makePerson({ registrar: ianaId })
  const made = await makeAppeal(registrar, { runId, text: 'The certificates were not seen.' })
  if (!made.ok) throw new Error(made.error.code)
  return { officer, registrar, appealId: made.value.appealId }
}

describe('qpi-appeal.answer', () => {
  test('R15.4 answers it once, and tells whoever made it', async () => {
    const { officer, registrar, appealId } = await makeAppealed()
    const input = { appealId, outcome: 'stands', answer: ANSWER }
    expect(await answerAppeal(officer, input)).toMatchObject({ ok: true })
    const [letter] = await database()
      .select()
      .from(mailOutbox)
      .where(eq(mailOutbox.effect, `qpi-appeal-answered ${appealId}`))
    expect(letter).toMatchObject({ to: registrar.email, subject: expect.stringContaining('2022') })
    expect(letter?.text).toContain(ANSWER)
  })

  test('refuses the role', async () => {
    const { registrar, appealId } = await makeAppealed()
    const input = { appealId, outcome: 'to-be-corrected', answer: ANSWER }
    for (const actor of [registrar, await makePerson({ roles: ['auditor'] })])
      expect(await answerAppeal(actor, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger, and what is not there', async () => {
    const input = { appealId: 'qap_none', outcome: 'stands', answer: ANSWER }
    expect(await answerAppeal({ kind: 'anyone' }, input)).toMatchObject(refusal('access.signed-out'))
    expect(await answerAppeal(await makePerson({ roles: ['programme-officer'] }), input)).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: it was answered', async () => {
    const { officer, appealId } = await makeAppealed()
    const input = { appealId, outcome: 'stands', answer: ANSWER }
    await answerAppeal(officer, input)
    expect(await answerAppeal(officer, input)).toMatchObject(refusal('qpi-appeal.answered'))
  })
})
