import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { countsCsv, qpiFile } from '@/db/factories/qpi'
import { qpiTakeOvers } from '@/db/schema/qpi'
import { currentFiles } from './current-files'
import { readFile } from './read-file'
import { takeOver } from './take-over'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
let month = 0

/** Two files of a month, of which the first counts. */
async function twoFiles() {
  month += 1
  const period = `2023-${String(month).padStart(2, '0')}`
  const ids: string[] = []
  for (const used of [1, 2]) {
    const text = countsCsv('used,domains', { 1: [used, 9] })
    const answer = await readFile(await officer(), qpiFile('usage', period, text))
    if (!answer.ok) throw new Error(answer.error.code)
    ids.push(answer.value.fileId)
  }
  const [first, second] = ids as [string, string]
  const counts = async () => (await currentFiles(database(), { period })).map(({ id }) => id)
  return { first, second, counts }
}

describe('qpi-file.take-over', () => {
  test('R15.3 lets another file count, and the earlier one again', async () => {
    const { first, second, counts } = await twoFiles()
    expect(await takeOver(await officer(), { fileId: second, insteadOf: first })).toMatchObject({ ok: true })
    expect(await counts()).toEqual([second])
    expect(await takeOver(await officer(), { fileId: first, insteadOf: second })).toMatchObject({ ok: true })
    expect(await counts()).toEqual([first])
  })

  test('of two who take over at once one is refused, and the database counts one file alone', async () => {
    const { first, second, counts } = await twoFiles()
    const answers = await Promise.all(
      [await officer(), await officer()].map((each) => takeOver(each, { fileId: second, insteadOf: first })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: { code: expect.stringMatching(/^(thing\.changed|qpi-file\.counts)$/) },
    })
    expect(await counts()).toEqual([second])
    const [last] = await database().select().from(qpiTakeOvers).where(eq(qpiTakeOvers.fileId, second))
    const again = database()
      .insert(qpiTakeOvers)
      .values({ ...last!, id: 'qto_again', fileId: first })
    await expect(again).rejects.toMatchObject({ cause: { constraint_name: 'qpi_take_overs_one_counts' } })
    const elsewhere = database()
      .insert(qpiTakeOvers)
      .values({ ...last!, id: 'qto_elsewhere', place: 'usage 2000-01' })
    await expect(elsewhere).rejects.toMatchObject({ cause: { constraint_name: 'qpi_take_overs_at_place' } })
  })

  test('refuses the role', async () => {
    const { first, second } = await twoFiles()
    for (const role of ['auditor', 'finance-officer', 'administrator'] as const)
      expect(
        await takeOver(await makePerson({ roles: [role] }), { fileId: second, insteadOf: first }),
      ).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger, and what is not there', async () => {
    expect(await takeOver({ kind: 'anyone' }, { fileId: 'qfl_x', insteadOf: 'qfl_y' })).toMatchObject(
      refusal('access.signed-out'),
    )
    expect(await takeOver(await officer(), { fileId: 'qfl_x', insteadOf: 'qfl_y' })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: it counts already, or another counts than was shown', async () => {
    const { first, second } = await twoFiles()
    expect(await takeOver(await officer(), { fileId: first, insteadOf: first })).toMatchObject(
      refusal('qpi-file.counts'),
    )
    expect(await takeOver(await officer(), { fileId: second, insteadOf: 'qfl_x' })).toMatchObject(
      refusal('thing.changed'),
    )
  })
})
