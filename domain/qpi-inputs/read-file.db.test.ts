import { gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { countsCsv, qpiFile, reportCsv } from '@/db/factories/qpi'
import { qpiFiles, qpiHolders, qpiListings, qpiRows } from '@/db/schema/qpi'
import { sha256Hex } from '@/lib/hash'
import { compareFiles } from './compare-files'
import { currentFiles } from './current-files'
import { readFile } from './read-file'
import { takeOver } from './take-over'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const value = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>) => {
  const given = await answer
  if (!given.ok) throw new Error(given.error.code)
  return given.value
}

describe('qpi-file.read', () => {
  test('R15.3 keeps the file, its hash, its rows and what could not be read; the first of a month counts', async () => {
    const text = `${reportCsv([{ ianaId: 146, 'total-domains': 40 }])}\nbroken,1`
    const file = qpiFile('transactions', '2024-01', text, 'icann')
    const answer = await value(readFile(await officer(), file))
    expect(answer).toMatchObject({ period: '2024-01', rows: 1, errors: 1, takenOver: true })
    const [kept] = await database().select().from(qpiFiles).where(eq(qpiFiles.id, answer.fileId))
    expect(kept).toMatchObject({ sha256: sha256Hex(text), size: Buffer.byteLength(text), rowCount: 1 })
    expect(gunzipSync(kept!.content).toString()).toBe(text)
    expect(kept!.errors).toEqual([{ line: 4, message: 'The row has 2 cells, the heading 39.' }])
    expect(kept!.totals).toEqual({ line: 3, differences: [] })
    const rows = await database().select().from(qpiRows).where(eq(qpiRows.fileId, answer.fileId))
    expect(rows).toMatchObject([{ ianaId: 146, line: 2 }])
    expect(rows[0]!.figures).toHaveLength(37)
    expect(rows[0]!.figures[0]).toBe(40)
  })

  test('takes listings and registrars of names, and the month out of the name', async () => {
    const listing =
      'domain,first-seen,mitigated,class\nbad.org,2024-01-03,2024-01-05T12:00Z,malicious\nup.org,2024-01-04,,'
    const abuse = await value(
      readFile(await officer(), {
        ...qpiFile('abuse', '', listing, 'urlhaus'),
        fileName: 'urlhaus-202401.csv',
      }),
    )
    expect(abuse.period).toBe('2024-01')
    expect(
      await database()
        .select()
        .from(qpiListings)
        .where(eq(qpiListings.fileId, abuse.fileId))
        .orderBy(qpiListings.domain),
    ).toMatchObject([
      { domain: 'bad.org', class: 'malicious', mitigatedAt: new Date('2024-01-05T12:00:00Z') },
      { domain: 'up.org', class: 'unclassified', mitigatedAt: null },
    ])
    const holders = await value(
      readFile(await officer(), qpiFile('holders', '2024-01', 'domain,iana-id\nbad.org,146')),
    )
    expect(
      await database().select().from(qpiHolders).where(eq(qpiHolders.fileId, holders.fileId)),
    ).toMatchObject([{ domain: 'bad.org', ianaId: 146, line: 2 }])
  })

  test('another file of the month waits, and the difference is told', async () => {
    const usage = (used: number) =>
      qpiFile('usage', '2024-02', countsCsv('used,domains', { 1: [used, 9], 2: [1, 9] }))
    const first = await value(readFile(await officer(), usage(3)))
    const other = qpiFile('usage', '2024-02', countsCsv('used,domains', { 1: [4, 9], 3: [2, 2] }), 'another')
    const second = await value(readFile(await officer(), other))
    expect(second.takenOver, 'whatever its source: usage is there once a month').toBe(false)
    expect((await currentFiles(database(), { period: '2024-02' })).map(({ id }) => id)).toEqual([
      first.fileId,
    ])
    expect(await compareFiles(database(), 'usage', first.fileId, second.fileId)).toEqual({
      added: 1,
      missing: 1,
      changed: 1,
      examples: ['IANA id 1: used 3 becomes 4.', 'IANA id 3 is new.', 'IANA id 2 is no longer there.'],
    })
    const { fileId } = second
    expect(await takeOver(await officer(), { fileId, insteadOf: first.fileId })).toMatchObject({ ok: true })
    expect((await currentFiles(database(), { period: '2024-02' })).map(({ id }) => id)).toEqual([fileId])
  })

  test('of two first files of a month that come at once one counts, and the other waits', async () => {
    const files = [1, 2].map((used) =>
      qpiFile('usage', '2024-04', countsCsv('used,domains', { 1: [used, 9] })),
    )
    const answers = await Promise.all(files.map(async (file) => value(readFile(await officer(), file))))
    expect(answers.map(({ takenOver }) => takenOver).sort()).toEqual([false, true])
    expect(await currentFiles(database(), { period: '2024-04' })).toHaveLength(1)
  })

  test('the same bytes are taken once', async () => {
    const file = qpiFile('ssl', '2024-01', countsCsv('secured,domains', { 1: [1, 2] }))
    await value(readFile(await officer(), file))
    expect(await readFile(await officer(), file)).toMatchObject(refusal('qpi-file.known'))
  })

  test('refuses what is no such file', async () => {
    for (const text of ['', 'a,b\n1,2', '\u0000\u0001', reportCsv([])])
      expect(await readFile(await officer(), qpiFile('transactions', '2024-03', text))).toMatchObject(
        refusal('qpi-file.unreadable'),
      )
    expect(await readFile(await officer(), qpiFile('usage', '2024-13', 'x'))).toMatchObject(
      refusal('input.invalid'),
    )
    expect(await readFile(await officer(), qpiFile('usage', '', 'x'))).toMatchObject({
      error: { fields: { period: expect.stringContaining('which month') } },
    })
  })

  test('refuses the role', async () => {
    for (const role of ['auditor', 'finance-officer', 'administrator', 'reviewer'] as const)
      expect(
        await readFile(await makePerson({ roles: [role] }), qpiFile('usage', '2024-03', 'x')),
      ).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    const file = qpiFile('usage', '2024-03', 'x')
    expect(await readFile({ kind: 'anyone' }, file)).toMatchObject(refusal('access.signed-out'))
    expect(await readFile(await makePerson(), file)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the moment: a month that is not over', async () => {
    const file = qpiFile('usage', '2999-01', countsCsv('used,domains', { 1: [1, 2] }))
    expect(await readFile(await officer(), file)).toMatchObject(refusal('qpi-file.month-not-over'))
  })
})
