import { and, eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { countsCsv, makeScoredMonth, qpiFile } from '@/db/factories/qpi'
import { mailOutbox } from '@/db/schema/system'
import { currentFiles } from '@/domain/qpi-inputs/current-files'
import { readFile } from '@/domain/qpi-inputs/read-file'
import { takeOver } from '@/domain/qpi-inputs/take-over'
import { computeScores } from './compute-scores'

afterAll(closeDatabase)

const lettersTo = ({ email }: { email: string }) =>
  database()
    .select()
    .from(mailOutbox)
    .where(and(eq(mailOutbox.to, email), eq(mailOutbox.template, 'qpi-scores')))
    .orderBy(mailOutbox.id)

test('R15.4 a registrar is told its new score, and again only when it comes out otherwise', async () => {
  const officer = await makePerson({ roles: ['programme-officer'] })
  const [one, other, absent] = [await makeRegistrar(), await makeRegistrar(), await makeRegistrar()]
  const [of, changed, nobody] = [
    await makePerson({ registrar: one.ianaId }),
    await makePerson({ registrar: other.ianaId }),
    await makePerson({ registrar: absent.ianaId }),
  ]
  const portfolio = { domains: 1000, renewed: 0.7, used: 0.7, secured: 0.7, signed: 0.1 }
  const terms = [10, 0, 0] as const
  await makeScoredMonth(officer, '2020-03', [
    { ...portfolio, terms, ianaId: one.ianaId },
    { ...portfolio, terms, ianaId: other.ianaId },
  ])
  expect(await lettersTo(of)).toMatchObject([
    {
      subject: expect.stringMatching(/^Quality of your names in March 2020: \d+\.\d points$/),
      text: expect.stringMatching(/placeholders.*\/registrar\/qpi$/s),
    },
  ])
  expect(await lettersTo(nobody), 'nothing was scored of it').toEqual([])

  const usage = countsCsv('used,domains', { [one.ianaId]: [700, 1000], [other.ianaId]: [400, 1000] })
  const read = await readFile(officer, qpiFile('usage', '2020-03', usage))
  if (!read.ok) throw new Error(read.error.code)
  const before = (await currentFiles(database(), { period: '2020-03' })).find(({ kind }) => kind === 'usage')
  await takeOver(officer, { fileId: read.value.fileId, insteadOf: before!.id })
  expect(await computeScores(officer, { period: '2020-03' })).toMatchObject({ ok: true })
  expect(await lettersTo(of), 'nothing changed for it').toHaveLength(1)
  expect((await lettersTo(changed)).map(({ text }) => / was computed again: /.test(text))).toEqual([
    false,
    true,
  ])
})
