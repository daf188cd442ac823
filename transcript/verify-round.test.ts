import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundleProgram } from '../scripts/start/bundle-programs.mjs'
import { cosign, formatWitnessKey, witnessKeyOf } from './cosignature'
import { formatVerifierKey, parseNote, verifierKeyOf } from './note'
import { NoTranscript, type RoundFile, readRoundFile } from './round-file'
import { ORIGIN, sampleRound } from './sample-round.harness'
import type { Verdict } from './verdict'
import { verifyText } from './verify-text'

const names = ['proxies-resolve', 'equal-maxima', 'bidder-struck']
const verify = (file: RoundFile, beside = {}) => verifyText(JSON.stringify(file), beside)

/** The file with one told event otherwise; `find` picks it by its text. */
function withEvent(file: RoundFile, find: string, from: string, to: string): RoundFile {
  const entries = file.entries.map((entry) =>
    entry.data.includes(find) ? { ...entry, data: entry.data.replace(from, to) } : entry,
  )
  expect(entries).not.toEqual(file.entries)
  return { ...file, entries }
}

describe('R9.4 the verifier', () => {
  test.each([
    'proxies-resolve',
    'ascending-clock',
    'unsold',
    'one-bidder',
    'bidder-struck',
    'suspended-and-resumed',
  ])('decides %s again and comes to the published result', async (name) => {
    const verdict = await verify(sampleRound([name]))
    expect(verdict.wrong).toEqual([])
    expect(verdict.ok).toBe(true)
    expect(verdict.lots[0]?.why).toMatch(/^(Paddle|Nobody)/)
    expect(verdict.checks.map(({ passed }) => passed)).not.toContain(false)
  })

  test('names the entry that was edited, and what the rules lead to', async () => {
    const file = withEvent(sampleRound(names), '"sequence":2', '"maxMinor":"', '"maxMinor":"1')
    const place = file.entries.find(({ data }) => data.includes('"maxMinor":"1'))!.index
    expect((await verify(file)).firstWrong).toMatchObject({
      entry: place,
      problem: expect.stringContaining('changed'),
    })
  })

  test('names the first of many, whatever else is wrong with it', async () => {
    const file = sampleRound(['proxies-resolve'])
    const entries = file.entries.map((entry) => ({
      ...entry,
      data: entry.data.replace('Minor":"', 'Minor":"9'),
    }))
    expect((await verify({ ...file, entries })).firstWrong?.entry).toBe(file.entries[0]!.index)
  })

  test('finds an entry that is missing, told twice, out of its place, or of another name', async () => {
    const file = sampleRound(['proxies-resolve'])
    const { entries } = file
    const [, second, third] = entries.filter(({ data }) => data.includes('lot.event'))
    const without = await verify({ ...file, entries: entries.filter((entry) => entry !== second) })
    expect(without.firstWrong).toMatchObject({ label: 'q0', sequence: 2, entry: third!.index })
    const last = entries.findLast(({ data }) => data.includes('lot.event'))
    expect((await verify({ ...file, entries: entries.filter((entry) => entry !== last) })).ok).toBe(false)
    expect((await verify({ ...file, entries: [...entries, second!] })).firstWrong).toMatchObject({
      entry: second!.index,
    })
    const moved = entries.map((entry) => (entry === second ? { ...entry, index: 1 } : entry))
    expect((await verify({ ...file, entries: moved })).firstWrong).toMatchObject({ entry: 1 })
    expect((await verify({ ...file, lots: [] })).ok).toBe(false)
    expect((await verify({ ...file, entries: entries.slice(0, -1) })).ok).toBe(false)
  })

  test('finds a leaf that was changed although nobody told it, within two checkpoints', async () => {
    const file = sampleRound(['proxies-resolve'], 3, 2)
    const bytes = Buffer.from(file.leaves.hashes, 'base64')
    bytes[2 * 32] = (bytes[2 * 32] ?? 0) ^ 1
    const verdict = await verify({ ...file, leaves: { ...file.leaves, hashes: bytes.toString('base64') } })
    expect(verdict.firstWrong).toMatchObject({ entry: 0, upTo: 3 })
  })

  test('finds another key, another secret, another price', async () => {
    const file = sampleRound(['ascending-clock'])
    const stranger = formatVerifierKey(verifierKeyOf(ORIGIN, new Uint8Array(32).fill(8)))
    expect((await verify(file, { key: stranger })).firstWrong?.problem).toMatch(/is not signed by/)
    expect((await verify(file, { key: file.key })).ok).toBe(true)
    expect((await verify({ ...file, key: stranger })).ok).toBe(false)
    expect((await verify({ ...file, round: { ...file.round, secret: '00'.repeat(32) } })).ok).toBe(false)
    const [lot] = file.lots
    expect(
      (await verify({ ...file, lots: [{ ...lot!, priceMinor: '1' }] })).firstWrong?.expected,
    ).toMatchObject({
      priceMinor: lot!.priceMinor,
    })
    expect((await verify({ ...file, lots: [{ ...lot!, winner: '999' }] })).ok).toBe(false)
  })

  test('says which of the known witnesses cosigned', async () => {
    const file = sampleRound(['unsold'])
    const seed = new Uint8Array(32).fill(9)
    const line = cosign(parseNote(file.checkpoint)!.text, 'witness.example', seed, 1_700_000_000)
    const witnesses = [formatWitnessKey(witnessKeyOf('witness.example', seed))]
    const cosigned = { ...file, checkpoint: `${file.checkpoint}${line}\n` }
    expect((await verify(cosigned, { witnesses })).log?.cosignedBy).toEqual(['witness.example'])
    expect((await verify(file, { witnesses })).log?.cosignedBy).toEqual([])
    const later = {
      ...cosigned,
      checkpoint: cosigned.checkpoint.replace(line, line.replace(/.{9}$/, 'AAAAAAAAA')),
    }
    expect((await verify(later, { witnesses })).log?.cosignedBy).toEqual([])
  })

  test.each([
    ['', ''],
    ['{}', ''],
    ['{"format":"round-transcript/v1"}', 'round'],
  ])('refuses %j, which is no transcript', (text, field) => {
    expect(() => readRoundFile(text)).toThrow(NoTranscript)
    if (field) expect(() => readRoundFile(text)).toThrow(field)
  })

  test('with any one character another it says no, cannot read it, or comes to the same result', async () => {
    const text = JSON.stringify(sampleRound(['ascending-clock'], 0))
    const told = ({ lots }: Verdict) =>
      lots.map(({ status, winner, priceMinor }) => [status, winner, priceMinor])
    const right = told(await verifyText(text))
    for (let at = 7; at < text.length; at += 331) {
      const other = text.slice(0, at) + (text[at] === '7' ? '8' : '7') + text.slice(at + 1)
      try {
        const verdict = await verifyText(other)
        if (verdict.ok) expect(told(verdict), `at ${at}`).toEqual(right)
      } catch (error) {
        expect(error, `at ${at}`).toBeInstanceOf(NoTranscript)
      }
    }
  })
})

test('R9.4 the verifier is one file that runs with plain Node outside the project', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'verifier-'))
  try {
    const root = fileURLToPath(new URL('..', import.meta.url))
    const program = await bundleProgram(root, 'verifier', path.join(folder, 'transcript-verifier.mjs'))
    const file = sampleRound(['proxies-resolve'])
    const run = (text: string) => {
      writeFileSync(path.join(folder, 'round.json'), text)
      return execFileSync(process.execPath, [program, 'round.json'], { cwd: folder, encoding: 'utf8' })
    }
    expect(JSON.parse(run(JSON.stringify(file)))).toMatchObject({ ok: true, lots: [{ status: 'sold' }] })
    const edited = withEvent(file, '"sequence":2', '"maxMinor":"', '"maxMinor":"1')
    expect(() => run(JSON.stringify(edited))).toThrow(expect.objectContaining({ status: 1 }))
    expect(() => run('{}')).toThrow(expect.objectContaining({ status: 2 }))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
