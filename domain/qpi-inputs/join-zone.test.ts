import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { joinZone } from './join-zone'

const folder = mkdtempSync(path.join(tmpdir(), 'portal-zone-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const written = (name: string, text: string) => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

test('R15.3 a zone file joined with the registry’s file of domains: names with a DS record, by registrar', async () => {
  const zone = written(
    'org.zone',
    [
      'org.\t900\tin\tsoa\ta0.org.afilias-nst.info. hostmaster.example. 1 1800 900 604800 86400',
      'org.\t86400\tin\tds\t1 8 2 ab',
      'two.org.\t3600\tin\tds\t2 8 2 cd',
      'one.org.\t3600\tin\tns\tns1.one.org.',
      'one.org.\t3600\tin\tds\t1 8 2 ab',
      'ONE.org.\t3600\tIN\tDS\t1 8 4 ef',
      'ds.org.\t3600\tin\tns\tds.example.',
      'text.org.\t3600\tin\ttxt\t"a ds b"',
      'lost.org.\t3600\tin\tds\t1 8 2 ab',
    ].join('\n'),
  )
  const portfolio = written(
    'domains.csv',
    'domain,iana-id\r\ntwo.org,800002\r\none.org,800001\r\nds.org,800001\r\nnot a name,1\r\none.org,800002\r\n',
  )
  const joined = await joinZone(zone, portfolio)
  expect(joined.registrars).toEqual([
    { ianaId: 800001, signed: 1, domains: 2 },
    { ianaId: 800002, signed: 1, domains: 1 },
  ])
  expect(joined).toMatchObject({
    zone: { lines: 9, signed: 3 },
    portfolio: { lines: 6, domains: 3 },
    withoutRegistrar: 1,
    errorCount: 2,
  })
  expect(joined.errors.map(({ line }) => line)).toEqual([5, 0])
  expect(joined.zone.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('a line without an end is refused before it fills the memory', async () => {
  const zone = written('endless.zone', 'a'.repeat(3 << 20))
  await expect(joinZone(zone, written('none.csv', ''))).rejects.toThrow('has no end')
})
