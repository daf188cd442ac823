import { existsSync, readFileSync } from 'node:fs'
import { count, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { registrarImports, registrars } from '@/db/schema/applications'
import { systemActor } from '@/lib/access/actor'
import { sha256Hex } from '@/lib/hash'
import { importRegistrars } from './import-registrars'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const source = 'registrar-ids-1.csv'
const list = (...rows: string[]) => ['ID,Registrar Name,Status,RDAP Base URL', ...rows, ''].join('\r\n')
const statusOf = async (ianaId: number) =>
  (await database().select().from(registrars).where(eq(registrars.ianaId, ianaId)))[0]?.status

describe('does it', () => {
  test('adds, then changes statuses, and keeps a row for each import', async () => {
    const csv = list(
      '9001,"Example Registrar, Inc. (fictional)",Accredited,https://rdap.registrar.example/',
      '9002,Example Names (fictional),Terminated,',
      'x,Broken,Accredited,',
    )
    const first = await importRegistrars(await officer(), { source, csv })
    expect(first).toMatchObject({
      ok: true,
      value: {
        rows: 2,
        added: 2,
        changed: 0,
        missing: 0,
        errors: [{ line: 4, message: expect.stringContaining('“x”') }],
      },
    })
    const [kept] = await database().select().from(registrarImports)
    expect(kept).toMatchObject({ source, sha256: sha256Hex(csv), rows: 2, added: 2 })

    const later = list(
      '9001,"Example Registrar, Inc. (fictional)",Terminated,https://rdap.registrar.example/',
    )
    expect(await importRegistrars(systemActor('cli'), { source, csv: later })).toMatchObject({
      value: { added: 0, changed: 1, missing: 1 },
    })
    expect(await statusOf(9001)).toBe('Terminated')
    expect(await statusOf(9002)).toBe('Terminated')
    expect(await importRegistrars(await officer(), { source, csv: later })).toMatchObject({
      value: { added: 0, changed: 0 },
    })
  })

  test('two imports at once do not trip over each other', async () => {
    const first = await officer()
    const csv = list(
      ...Array.from({ length: 50 }, (_, index) => `${8000 + index},Example ${index},Accredited,`),
    )
    const answers = await Promise.all([1, 2, 3].map(() => importRegistrars(first, { source, csv })))
    expect(answers.map((answer) => (answer.ok ? answer.value.added : -1)).sort()).toEqual([0, 0, 50])
  })

  const whole = '../shared/data/iana-registrar-ids-2026-03-13.csv'
  test.skipIf(!existsSync(whole))('takes the whole list', async () => {
    const answer = await importRegistrars(await officer(), { source, csv: readFileSync(whole, 'utf8') })
    expect(answer).toMatchObject({ value: { rows: 4177, errors: [] } })
    const [row] = await database()
      .select({ count: count() })
      .from(registrars)
      .where(eq(registrars.status, 'Accredited'))
    expect(row?.count).toBeGreaterThanOrEqual(3020)
  })
})

describe('refuses the role', () => {
  test('an auditor', async () => {
    const auditor = await makePerson({ roles: ['auditor'] })
    expect(await importRegistrars(auditor, { source, csv: list() })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await importRegistrars({ kind: 'anyone' }, { source, csv: list() })).toMatchObject({
      error: { status: 401 },
    })
  })
})

describe('refuses the moment', () => {
  test.each([
    ['something else', 'Dear Sir or Madam,\nplease find enclosed', 'The first line must name the columns'],
    ['a list without rows', list(), 'The file names no registrar.'],
    ['bytes', '\ufffd\u0001\u0002', 'The first line must name the columns'],
  ])('of %s', async (_what, csv, sentence) => {
    const answer = await importRegistrars(await officer(), { source, csv })
    expect(answer).toMatchObject({ error: { code: 'registrar.list-unreadable', status: 422 } })
    expect(!answer.ok && answer.error.fields?.csv).toContain(sentence)
  })

  test('of a file that is too large, or empty', async () => {
    for (const csv of ['', 'x'.repeat(2 * 1024 * 1024 + 1)])
      expect(await importRegistrars(await officer(), { source, csv })).toMatchObject({
        error: { code: 'input.invalid', fields: { csv: expect.any(String) } },
      })
  })
})
