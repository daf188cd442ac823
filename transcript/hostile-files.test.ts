import { expect, test } from 'vitest'
import { type Random, randomFrom } from '../engine/simulate/random'
import { parseNote } from './note'
import { NoTranscript, type RoundFile } from './round-file'
import { sampleRound } from './sample-round.harness'
import { verifyText } from './verify-text'

const file = sampleRound(['proxies-resolve'])
const verify = (other: RoundFile) => verifyText(JSON.stringify(other), { key: file.key })
const withData = (find: string, change: (data: string) => string): RoundFile => ({
  ...file,
  entries: file.entries.map((entry) =>
    entry.data.includes(find) ? { ...entry, data: change(entry.data) } : entry,
  ),
})

const ODD = [null, -1, 1.5, 1e300, '', '\u202e', '9'.repeat(40), [], {}, [null], true, undefined]

/** Somewhere inside a document, another value of any kind, or none. */
function odd(json: unknown, random: Random): unknown {
  if (typeof json !== 'object' || json === null || random.chance(1500)) return ODD[random.below(ODD.length)]
  const keys = Object.keys(json)
  const key = keys[random.below(keys.length)]
  if (key === undefined) return null
  const changed = odd((json as Record<string, unknown>)[key], random)
  return Array.isArray(json)
    ? json.map((each, at) => (String(at) === key ? changed : each))
    : { ...json, [key]: changed }
}

test('R9.4 whatever stands in a file, it is refused as no transcript or said to be wrong, and nothing breaks', async () => {
  const random = randomFrom('hostile')
  for (let time = 0; time < 50; time++) {
    const at = random.below(file.entries.length)
    const inEntry = (entry: RoundFile['entries'][number]) => ({
      ...entry,
      data: JSON.stringify(odd(JSON.parse(entry.data), random)) ?? 'null',
    })
    const other = random.chance(6000)
      ? { ...file, entries: file.entries.map((entry, here) => (here === at ? inEntry(entry) : entry)) }
      : odd(file, random)
    const text = JSON.stringify(other) ?? ''
    try {
      const { ok, firstWrong } = await verifyText(text, { key: file.key })
      if (ok) expect(JSON.parse(text), `${time}`).toMatchObject({ lots: file.lots, entries: file.entries })
      else expect(firstWrong?.problem, `${time}`).toMatch(/\S/)
    } catch (error) {
      expect(error, `${time}`).toBeInstanceOf(NoTranscript)
    }
  }
})

test('an entry that two readers could read in two ways is none: a key twice, another order, nesting without end', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  for (const change of [
    (data: string) => data.replace('"approver":', '"approver":"sub_other","approver":'),
    (data: string) => data.replace(/^\{/, '{ '),
    (data: string) => data.replace('"settings":{', `"settings":{"a":${deep},`),
  ]) {
    const verdict = await verify(withData('round.approve', change))
    expect(verdict.wrong.map(({ problem }) => problem).join()).toMatch(/Entry \d+ cannot be read/)
  }
})

test('a note with more than a hundred signatures is none, before any of them is judged', () => {
  const line = file.checkpoint.trimEnd().split('\n').at(-1)
  expect(parseNote(file.checkpoint + `${line}\n`.repeat(99))?.signatures).toHaveLength(100)
  expect(parseNote(file.checkpoint + `${line}\n`.repeat(100))).toBeUndefined()
})
