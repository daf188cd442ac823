import { describe, expect, test } from 'vitest'
import { sampleSealedRound } from '@/transcript/sample-sealed.harness'
import { answer } from './answer'
import checkpoint from './checkpoint'
import merkle from './merkle'
import transcript from './transcript'

async function ask(command: string, input: unknown) {
  return answer([merkle, checkpoint], command.split(' '), async () => JSON.stringify(input))
}

const documentOf = async (command: string, input: unknown) =>
  (await ask(command, input)).document as Record<string, string>
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const root = '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
const seedHex = '07'.repeat(32)
const signing = { origin: 'registry.example/names', size: 8, rootHex: root, seedHex }

describe('merkle', () => {
  test('R9.2 the root of leaves, proofs, and whether they hold', async () => {
    expect(await ask('merkle root', { leaves })).toEqual({ exitCode: 0, document: { size: 8, root } })
    const { proof } = await documentOf('merkle prove', { leaves, index: 5, size: 8 })
    const inclusion = { kind: 'inclusion', leaf: leaves[5], index: 5, size: 8, proof, root }
    expect(await ask('merkle verify', inclusion)).toEqual({ exitCode: 0, document: { ok: true } })
    expect(await ask('merkle verify', { ...inclusion, index: 4 })).toMatchObject({
      exitCode: 1,
      document: { ok: false },
    })
    const growth = await documentOf('merkle prove', { leaves, from: 3, to: 8 })
    const fromRoot = (await documentOf('merkle root', { leaves: leaves.slice(0, 3) })).root
    const consistency = { kind: 'consistency', from: 3, to: 8, fromRoot, root, ...growth }
    expect(await ask('merkle verify', consistency)).toEqual({ exitCode: 0, document: { ok: true } })
    expect((await ask('merkle verify', { ...consistency, root: fromRoot })).exitCode).toBe(1)
  })

  test.each([
    ['root', { leaves: ['0'] }, 'leaves.0'],
    ['root', { leaves: ['zz'] }, 'leaves.0'],
    ['root', { leaves, more: 1 }, 'more'],
    ['prove', { leaves, index: 8, size: 8 }, 'index'],
    ['prove', { leaves, index: 0, size: 9 }, 'size'],
    ['prove', { leaves, from: 5, to: 4 }, 'from'],
    ['prove', { leaves, from: 0, to: 9 }, 'to'],
    ['prove', { leaves }, ''],
    ['verify', { kind: 'other' }, 'kind'],
  ])('merkle %s refuses %j', async (verb, input, path) => {
    const { exitCode, document } = await ask(`merkle ${verb}`, input)
    expect([exitCode, (document as { error: { path: string } }).error.path]).toEqual([2, path])
  })
})

describe('checkpoint', () => {
  test('R9.2 signs, and verifies what it signed', async () => {
    const { note, vkey } = await documentOf('checkpoint sign', signing)
    const { origin, size, rootHex } = signing
    expect(await ask('checkpoint verify', { note, vkey })).toEqual({
      exitCode: 0,
      document: { ok: true, origin, size, rootHex },
    })
    const other = await documentOf('checkpoint sign', { ...signing, seedHex: '08'.repeat(32) })
    expect((await ask('checkpoint verify', { note, vkey: other.vkey })).exitCode).toBe(1)
    expect((await ask('checkpoint verify', { note: note?.replace('8', '9'), vkey })).exitCode).toBe(1)
    expect((await ask('checkpoint verify', { note: 'nothing', vkey })).exitCode).toBe(1)
  })

  test.each([
    ['sign', { ...signing, origin: 'two words' }, 'origin'],
    ['sign', { ...signing, size: -1 }, 'size'],
    ['sign', { ...signing, seedHex: '07' }, 'seedHex'],
    ['verify', { note: '', vkey: 'no key' }, 'vkey'],
  ])('checkpoint %s refuses %j', async (verb, input, path) => {
    const { exitCode, document } = await ask(`checkpoint ${verb}`, input)
    expect([exitCode, (document as { error: { path: string } }).error.path]).toEqual([2, path])
  })
})

describe('transcript', async () => {
  const verify = (text: string) =>
    answer([transcript], ['transcript', 'verify', '--file', 'round.json'], async () => text)
  const file = await sampleSealedRound(['sealed-second-price'])

  test('R9.4 says who won and why, exit 0', async () => {
    const { exitCode, document } = await verify(JSON.stringify(file))
    expect(exitCode).toBe(0)
    expect(document).toMatchObject({ ok: true, firstWrong: null, lots: [{ status: 'sold' }] })
  })

  test('R9.4 names the first wrong entry, exit 1', async () => {
    const text = JSON.stringify(file).replace('amountMinor\\":\\"', 'amountMinor\\":\\"9')
    const { exitCode, document } = await verify(text)
    expect(exitCode).toBe(1)
    expect(document).toMatchObject({ ok: false, firstWrong: { entry: expect.any(Number) } })
  })

  test('R9.4 a file under another key than the one that is known is found', async () => {
    const given = (key: string) =>
      answer([transcript], ['transcript', 'verify', '--file', 'round.json', '--key', key], async () =>
        JSON.stringify(file),
      )
    expect((await given(file.key)).exitCode).toBe(0)
    expect(await given(file.receiptKey)).toMatchObject({ exitCode: 1, document: { ok: false } })
    expect(await given('nonsense')).toMatchObject({
      exitCode: 2,
      document: { error: { code: 'transcript.malformed', path: 'key' } },
    })
  })

  test.each(['', '{}', '[]', '{"format":"round-transcript/v1","key":1}'])(
    'refuses %j, exit 2',
    async (text) => {
      const { exitCode, document } = await verify(text)
      expect(exitCode).toBe(2)
      expect(document).toMatchObject({ error: { code: 'transcript.malformed' } })
    },
  )
})
