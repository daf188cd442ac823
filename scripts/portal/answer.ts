import { parseArgs } from 'node:util'
import type { ZodError, ZodType } from 'zod'
import type { Area, GivenFile, Verb } from './area'
import { CheckFailed } from './check-failed'
import { helpOf } from './help'
import { InputRefused } from './input-refused'

/** Where the texts come from: a file by its path, or standard input when the path is undefined. */
export type ReadText = (path: string | undefined) => Promise<string>

/** What to print and how to exit: 0 done, 1 a check failed, 2 refused. */
export type Answer = { exitCode: 0 | 1 | 2; document: unknown }

/**
 * Answers one command. A refusal of the input is an answer like any other; only a fault of ours is thrown.
 */
export async function answer(areas: readonly Area[], args: string[], read: ReadText): Promise<Answer> {
  try {
    return { exitCode: 0, document: await obey(areas, args, read) }
  } catch (refusal) {
    if (refusal instanceof CheckFailed) return { exitCode: 1, document: refusal.document }
    if (!(refusal instanceof InputRefused)) throw refusal
    const { code, message, path, details } = refusal
    return { exitCode: 2, document: { error: { code, message, path, ...details } } }
  }
}

async function obey(areas: readonly Area[], args: string[], read: ReadText): Promise<unknown> {
  const { values, positionals } = readFlags(args, areas)
  const [areaName, verbName, extra] = positionals
  if (areaName === undefined && values.help) return helpOf(areas)
  const area = areas.find((known) => known.area === areaName)
  if (!area)
    throw unknown(
      'area',
      areaName,
      areas.map((known) => known.area),
    )
  if (verbName === undefined && values.help) return helpOf(areas, area)
  const verb = Object.hasOwn(area.verbs, verbName ?? '') ? area.verbs[verbName ?? ''] : undefined
  if (!verb) throw unknown('verb', verbName, Object.keys(area.verbs))
  if (extra !== undefined)
    throw new InputRefused('command.unknown-argument', `“${extra}” is one word too many.`)
  if (values.help) return helpOf(areas, area, verbName)
  const input = await readInput(verb, values.in, read)
  return verb.run(input, await readFile(verb, values.file, read), readOwnFlags(verb, values))
}

type Flags = { help?: boolean; in?: string; file?: string; [own: string]: string | boolean | undefined }

function readFlags(args: string[], areas: readonly Area[]) {
  const own = areas.flatMap(({ verbs }) =>
    Object.values(verbs).flatMap(({ flags = {} }) => Object.keys(flags)),
  )
  const options = {
    ...Object.fromEntries(own.map((flag) => [flag, { type: 'string' } as const])),
    help: { type: 'boolean', short: 'h' },
    in: { type: 'string' },
    file: { type: 'string' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    return { values: values as Flags, positionals }
  } catch {
    throw new InputRefused('command.unknown-flag', 'The flags are --in FILE, --file FILE and --help.')
  }
}

function unknown(what: 'area' | 'verb', given: string | undefined, known: string[]): InputRefused {
  const problem = given === undefined ? `Name one ${what}` : `“${given}” is no ${what}; name one`
  return new InputRefused(
    `command.unknown-${what}`,
    `${problem} of: ${known.join(', ')}. --help explains them.`,
  )
}

/** The flags of this verb; those of another are refused. */
function readOwnFlags(verb: Verb, values: Flags): Record<string, string> {
  const { help: _help, in: _in, file: _file, ...given } = values
  for (const flag of Object.keys(given))
    if (!Object.hasOwn(verb.flags ?? {}, flag))
      throw new InputRefused('command.unknown-flag', `This verb takes no --${flag}.`, `--${flag}`)
  return given as Record<string, string>
}

async function readInput(verb: Verb, path: string | undefined, read: ReadText): Promise<unknown> {
  if (!verb.input) {
    if (path !== undefined)
      throw new InputRefused('command.unknown-flag', 'This verb reads no input.', '--in')
    return undefined
  }
  const text = await read(path)
  if (text.trim() === '')
    throw new InputRefused('input.missing', 'Give one JSON document on standard input or by --in.')
  return check(verb.input, parseJson(text))
}

async function readFile(
  verb: Verb,
  path: string | undefined,
  read: ReadText,
): Promise<GivenFile | undefined> {
  if (verb.file === undefined && path === undefined) return undefined
  if (verb.file === undefined)
    throw new InputRefused('command.unknown-flag', 'This verb takes no file.', '--file')
  if (path === undefined)
    throw new InputRefused('command.file-missing', `Name ${verb.file} by --file.`, '--file')
  return { path, text: await read(path) }
}

/** `__proto__` is refused here, whatever the schema: validators of open records drop it in silence. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value) => {
      if (key === '__proto__') throw unknownKey(key, key)
      return value
    })
  } catch (error) {
    if (error instanceof InputRefused) throw error
    throw new InputRefused('input.malformed-json', 'The input is not one JSON document.')
  }
}

function check(schema: ZodType, document: unknown): unknown {
  const result = schema.safeParse(document)
  if (result.success) return result.data
  throw refusalOf(result.error)
}

/**
 * The first thing wrong with the input. Unknown keys are refused by name: a misspelt key must not be a
 * default.
 */
function refusalOf({ issues }: ZodError): InputRefused {
  const issue = issues[0]
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return unknownKey(key, [...issue.path, key].join('.'))
  }
  return new InputRefused('input.invalid', sentence(issue?.message ?? ''), issue?.path.join('.'))
}

function unknownKey(key: string, path: string): InputRefused {
  return new InputRefused('input.unknown-key', `The key “${key}” is not known here.`, path)
}

/** The validator's “Invalid input: expected string, received number” as a sentence. */
function sentence(message: string): string {
  const bare = message.replace(/^Invalid input: /, '')
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}${bare.endsWith('.') ? '' : '.'}`
}
