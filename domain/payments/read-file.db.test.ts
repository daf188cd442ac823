import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { camtFile, fileInput } from '@/db/factories/settlement'
import { ledgerTransactions } from '@/db/schema/ledger'
import { readBankFile } from './read-file'

afterAll(closeDatabase)

const finance = () => makePerson({ roles: ['finance-officer'] })
const one = () => camtFile([{ amount: '10.00', message: 'something' }])

describe('payment.read-file', () => {
  test('keeps a file to be looked at; nothing counts yet', async () => {
    expect(await readBankFile(await finance(), fileInput(one()))).toMatchObject({
      value: { bankFileId: expect.any(String) },
    })
    expect(await database().select().from(ledgerTransactions)).toEqual([])
  })

  test('takes the same bytes once, of two at the same moment too', async () => {
    const [person, file] = [await finance(), fileInput(one())]
    const both = await Promise.all([readBankFile(person, file), readBankFile(person, file)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'payment.file-known' } })
  })

  test('refuses the role', async () => {
    for (const role of ['programme-officer', 'auditor', 'administrator'] as const)
      expect(await readBankFile(await makePerson({ roles: [role] }), fileInput(one()))).toMatchObject({
        error: { code: 'access.denied' },
      })
  })

  test('refuses the stranger: what is no statement', async () => {
    for (const text of ['', 'Dear bank', '<html></html>', '<!DOCTYPE x><Document/>'])
      expect(await readBankFile(await finance(), fileInput(text))).toMatchObject({
        error: { code: 'payment.file-unreadable' },
      })
  })

  test('refuses the moment: bytes in another form', async () => {
    expect(await readBankFile(await finance(), { fileName: 'a', content: '<xml>' })).toMatchObject({
      error: { code: 'input.invalid' },
    })
  })
})
