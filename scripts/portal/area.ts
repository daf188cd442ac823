import type { ZodType } from 'zod'

/** A file named by `--file`: its path as given and its text. */
export type GivenFile = { path: string; text: string }

/**
 * One verb of the command line. `input` checks the JSON document read from standard input or `--in`; null: it
 * reads none. `file` says what `--file` must name, for verbs that take one. What `run` returns is printed as
 * JSON.
 */
export type Verb = {
  summary: string
  input: ZodType | null
  file?: string
  /** Further flags with a value each, and what the value is. */
  flags?: Record<string, string>
  run(input: unknown, file?: GivenFile, flags?: Record<string, string>): unknown
}

/** The verbs about one noun: `portal <area> <verb>`. */
export type Area = { area: string; verbs: Record<string, Verb> }
