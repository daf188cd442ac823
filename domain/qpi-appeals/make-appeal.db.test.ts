import { eq, like } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { makeScoredMonth, type Portfolio, qpiFile } from '@/db/factories/qpi'
import { qpiAppeals } from '@/db/schema/qpi'
import { mailOutbox } from '@/db/schema/system'
import { readFile } from '@/domain/qpi-inputs/read-file'
import { computeScores } from '@/domain/qpi-scores/compute-scores'
import { makeAppeal } from './make-appeal'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const TEXT = 'The certificates of our hosting were not seen.'
let month = 0

async function makeScored() {
  month += 1
  const period = `2023-${String(month).padStart(2, '0')}`
  const { ianaId } = await makeRegistrar()
  const officer = await makePerson({ roles: ['programme-officer'] })
  const portfolio: Portfolio = {
    ...{ ianaId, domains: 1000, renewed: 0.7, used: 0.7, secured: 0.7, signed: 0.1 },
    terms: [10, 0, 0],
  }
  const { runId } = await makeScoredMonth(officer, period, [portfolio])
  return { officer, period, ianaId, runId, registrar: await makePerson({ registrar: ianaId }) }
}

describe('qpi-appeal.make', () => {
  test('R15.4 a registrar appeals against its own score, once', async () => {
    const { registrar, officer, runId } = await makeScored()
    expect(await makeAppeal(registrar, { runId, text: TEXT })).toMatchObject({ ok: true })
    expect(await makeAppeal(registrar, { runId, text: TEXT })).toMatchObject(refusal('qpi-appeal.made'))
    const kept = await database().select().from(qpiAppeals).where(eq(qpiAppeals.runId, runId))
    expect(kept).toMatchObject([{ text: TEXT, madeBy: registrar.userId }])
    const letters = await database()
      .select()
      .from(mailOutbox)
      .where(like(mailOutbox.effect, `qpi-appeal-re%${kept[0]!.id}%`))
    const of = (email: string) => letters.filter(({ to }) => to === email)
    expect(of(registrar.email)).toMatchObject([{ subject: expect.stringMatching(/^Received: /) }])
    expect(of(officer.email)).toMatchObject([{ text: expect.stringContaining(TEXT) }])
  })

  test('refuses the role', async () => {
    const { officer, runId } = await makeScored()
    expect(await makeAppeal(officer, { runId, text: TEXT })).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: another registrar, which that month did not score', async () => {
    const { runId } = await makeScored()
    const other = await makePerson({ registrar: (await makeRegistrar()).ianaId })
    expect(await makeAppeal(other, { runId, text: TEXT })).toMatchObject(refusal('thing.not-found'))
    expect(await makeAppeal({ kind: 'anyone' }, { runId, text: TEXT })).toMatchObject(
      refusal('access.signed-out'),
    )
  })

  test('refuses the moment: the month was computed again', async () => {
    const { registrar, runId, period, officer } = await makeScored()
    const other = await readFile(
      officer,
      qpiFile('abuse', period, 'domain,first-seen\nx.org,2020-01-01', 'another'),
    )
    expect(other).toMatchObject({ ok: true })
    expect(await computeScores(officer, { period })).toMatchObject({ ok: true })
    expect(await makeAppeal(registrar, { runId, text: TEXT })).toMatchObject(
      refusal('qpi-appeal.computed-again'),
    )
  })
})
