import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { answer } from './answer'
import type { Area } from './area'
import deadline from './deadline'
import { InputRefused } from './input-refused'
import labels from './labels'
import review from './review'

/** An area of the test's own: one verb that reads a document, one that takes a file. */
const echo: Area = {
  area: 'echo',
  verbs: {
    say: { summary: 'Says it again', input: z.strictObject({ word: z.string() }), run: (input) => input },
    file: { summary: 'Counts', input: null, file: 'a text', run: (_, file) => ({ size: file?.text.length }) },
    break: {
      summary: 'Breaks',
      input: null,
      run: () => {
        throw new Error('a fault of ours')
      },
    },
  },
}
const files: Record<string, string> = { 'a.json': '{"word":"filed"}', 'b.txt': '12345' }

function ask(command: string, standardInput: unknown = '') {
  const read = async (path: string | undefined) => {
    if (path === undefined)
      return typeof standardInput === 'string' ? standardInput : JSON.stringify(standardInput)
    const text = files[path]
    if (text === undefined) throw new InputRefused('input.unreadable', 'There is no such file.', path)
    return text
  }
  const args = command.split(' ').filter((word) => word !== '')
  return answer([labels, deadline, review, echo], args, read)
}
const refusalOf = async (command: string, standardInput?: unknown) => {
  const { exitCode, document } = await ask(command, standardInput)
  expect(exitCode).toBe(2)
  const { error } = document as { error: { code: string; message: string; path: string } }
  expect(error.message).toMatch(/\.$/)
  return [error.code, error.path]
}

describe('the command line', () => {
  test('reads its document from standard input or from a file', async () => {
    expect(await ask('echo say', { word: 'said' })).toEqual({ exitCode: 0, document: { word: 'said' } })
    expect(await ask('echo say --in a.json')).toEqual({ exitCode: 0, document: { word: 'filed' } })
    expect(await ask('echo file --file b.txt')).toEqual({ exitCode: 0, document: { size: 5 } })
  })

  test.each([
    ['', '', 'command.unknown-area', ''],
    ['nothing', '', 'command.unknown-area', ''],
    ['nothing --help', '', 'command.unknown-area', ''],
    ['echo', '', 'command.unknown-verb', ''],
    ['echo shout', '', 'command.unknown-verb', ''],
    ['echo toString', '', 'command.unknown-verb', ''],
    ['echo say loudly', '{"word":"x"}', 'command.unknown-argument', ''],
    ['echo say --loud', '{"word":"x"}', 'command.unknown-flag', ''],
    ['echo say --in', '{"word":"x"}', 'command.unknown-flag', ''],
    ['echo say --file b.txt', '{"word":"x"}', 'command.unknown-flag', '--file'],
    ['echo file --in a.json', '', 'command.unknown-flag', '--in'],
    ['echo file', '', 'command.file-missing', '--file'],
    ['echo say --in none.json', '', 'input.unreadable', 'none.json'],
    ['echo say', '', 'input.missing', ''],
    ['echo say', ' \n', 'input.missing', ''],
    ['echo say', '{"word":', 'input.malformed-json', ''],
    ['echo say', '{"word":"x"} {"word":"y"}', 'input.malformed-json', ''],
    ['echo say', '[]', 'input.invalid', ''],
    ['echo say', '{"word":7}', 'input.invalid', 'word'],
    ['echo say', '{"word":"x","wrod":"y"}', 'input.unknown-key', 'wrod'],
    ['echo say', '{"word":"x","__proto__":{}}', 'input.unknown-key', '__proto__'],
  ])('refuses %j with input %j', async (command, standardInput, code, path) => {
    expect(await refusalOf(command, standardInput)).toEqual([code, path])
  })

  test('says in a sentence what it expected', async () => {
    expect((await ask('echo say', { word: 7 })).document).toEqual({
      error: { code: 'input.invalid', message: 'Expected string, received number.', path: 'word' },
    })
  })

  test('does not pass off a fault of its own as a refusal', async () => {
    await expect(ask('echo break')).rejects.toThrow('a fault of ours')
  })

  test('explains itself at every level', async () => {
    expect(await ask('--help')).toMatchObject({
      exitCode: 0,
      document: { areas: { echo: { say: 'Says it again' } } },
    })
    expect(await ask('echo -h')).toMatchObject({ exitCode: 0, document: { verbs: { say: 'Says it again' } } })
    expect(await ask('echo say --help')).toMatchObject({
      exitCode: 0,
      document: {
        usage: 'portal echo say [--in FILE]',
        input: { required: ['word'], additionalProperties: false },
      },
    })
    expect(await ask('echo file --help')).toMatchObject({
      document: { usage: 'portal echo file --file FILE' },
    })
    for (const { area, verbs } of [labels, deadline, review]) {
      for (const verb of Object.keys(verbs)) expect((await ask(`${area} ${verb} --help`)).exitCode).toBe(0)
    }
  })
})

describe('labels', () => {
  test('classify answers each label, also one that is none', async () => {
    expect(await ask('labels classify', { labels: ['q', '7a', 'EU', '-a'] })).toEqual({
      exitCode: 0,
      document: {
        labels: [
          {
            input: 'q',
            label: 'q',
            class: 'single',
            iso3166: null,
            cctld: false,
            routes: ['no-country-code'],
          },
          {
            input: '7a',
            label: '7a',
            class: 'with-digit',
            iso3166: null,
            cctld: false,
            routes: ['no-country-code'],
          },
          {
            input: 'EU',
            label: 'eu',
            class: 'letter-letter',
            iso3166: 'exceptionally-reserved',
            cctld: true,
            routes: ['government-and-cctld-manager', 'confusion-measures'],
          },
          { input: '-a', refused: 'label.not-a-label' },
        ],
      },
    })
  })

  test('inventory counts 1,332', async () => {
    expect((await ask('labels inventory')).document).toMatchObject({ total: 1332, cctld: 248 })
  })
})

describe('deadline resolve', () => {
  test('names both instants of an hour that happens twice', async () => {
    const { document } = await ask('deadline resolve', {
      local: '2026-11-01T01:30:00',
      zone: 'America/New_York',
    })
    expect(JSON.parse(JSON.stringify(document))).toEqual({
      instants: ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'],
      kind: 'ambiguous',
    })
  })

  test('refuses what is no time or no zone', async () => {
    expect(await refusalOf('deadline resolve', { local: 'noon', zone: 'UTC' })).toEqual([
      'time.not-a-local-time',
      'local',
    ])
    expect(await refusalOf('deadline resolve', { local: '2026-11-01T01:30', zone: 'Mars' })).toEqual([
      'time.unknown-zone',
      'zone',
    ])
  })
})

describe('review score', () => {
  const criteria = [
    { id: 'quality', weightBp: 6000 },
    { id: 'creativity', weightBp: 4000 },
  ]
  const reviewOf = (plan: string, reviewer: string, scores: Record<string, number | null>) => ({
    plan,
    reviewer,
    scores,
  })
  const input = {
    criteria,
    scale: { min: 0, max: 5 },
    reviews: [
      reviewOf('P1', 'R1', { quality: 5, creativity: null }),
      reviewOf('P2', 'R1', { quality: 2, creativity: 3 }),
      reviewOf('P1', 'R2', { quality: 2, creativity: 4 }),
    ],
    passLine: 60,
    criterionMinimum: 2,
  }

  test('scores each plan; null is not 0', async () => {
    expect(await ask('review score', input)).toEqual({
      exitCode: 0,
      document: {
        plans: [
          {
            plan: 'P1',
            score: 74,
            byCriterion: { quality: 3.5, creativity: 4 },
            reviews: 2,
            passes: true,
            disagreements: [{ criterion: 'quality', min: 2, max: 5, range: 3 }],
          },
          {
            plan: 'P2',
            score: 48,
            byCriterion: { quality: 2, creativity: 3 },
            reviews: 1,
            passes: false,
            disagreements: [],
          },
        ],
      },
    })
  })

  test.each([
    [
      { criteria: [...criteria, { id: 'quality', weightBp: 0 }] },
      'rubric.repeated-criterion',
      'criteria.2.id',
    ],
    [{ criteria: [{ id: 'quality', weightBp: 9000 }] }, 'rubric.wrong-weights', 'criteria'],
    [{ scale: { min: 5, max: 5 } }, 'rubric.wrong-scale', 'scale'],
    [{ passLine: 60.005 }, 'input.invalid', 'passLine'],
    [{ passLine: 101 }, 'input.invalid', 'passLine'],
    [{ criteria: [{ id: '__proto__', weightBp: 10_000 }] }, 'input.invalid', 'criteria.0.id'],
    [{ reviews: [reviewOf('P1', 'R1', { charm: 3 })] }, 'review.unknown-criterion', 'reviews.0.scores.charm'],
    [{ reviews: [reviewOf('P1', 'R1', { quality: 6 })] }, 'review.outside-scale', 'reviews.0.scores.quality'],
    [{ reviews: [reviewOf('P1', 'R1', { quality: 2.5 })] }, 'input.invalid', 'reviews.0.scores.quality'],
    [{ reviews: [reviewOf('P1', 'R1', {}), reviewOf('P1', 'R1', {})] }, 'review.repeated', 'reviews.1'],
  ])('refuses %j', async (change, code, path) => {
    expect(await refusalOf('review score', { ...input, ...change })).toEqual([code, path])
  })
})
