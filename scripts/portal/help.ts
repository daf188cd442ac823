import { z } from 'zod'
import type { Area, Verb } from './area'

const HOW =
  'Reads one JSON document from standard input or --in FILE, writes one to standard output. Exit 1: a check failed. Exit 2: refused.'

/**
 * What `--help` prints, itself a JSON document: all areas, the verbs of one, or one verb with the schema of
 * its input.
 */
export function helpOf(areas: readonly Area[], area?: Area, verbName?: string) {
  const verb = verbName === undefined ? undefined : area?.verbs[verbName]
  if (area && verb) return { usage: `portal ${area.area} ${verbName}${flagsOf(verb)}`, ...verbHelp(verb) }
  if (area) return { usage: `portal ${area.area} <verb>`, how: HOW, verbs: summaries(area) }
  return {
    usage: 'portal <area> <verb>',
    how: HOW,
    areas: Object.fromEntries(areas.map((known) => [known.area, summaries(known)])),
  }
}

function summaries(area: Area) {
  return Object.fromEntries(Object.entries(area.verbs).map(([name, verb]) => [name, verb.summary]))
}

function flagsOf(verb: Verb) {
  const flags = Object.keys(verb.flags ?? {}).map((flag) => ` [--${flag} VALUE]`)
  return `${verb.input ? ' [--in FILE]' : ''}${verb.file ? ' --file FILE' : ''}${flags.join('')}`
}

function verbHelp(verb: Verb) {
  return {
    summary: verb.summary,
    ...(verb.file ? { file: verb.file } : {}),
    ...(verb.flags ? { flags: verb.flags } : {}),
    input: verb.input ? z.toJSONSchema(verb.input, { io: 'input', unrepresentable: 'any' }) : 'none',
  }
}
