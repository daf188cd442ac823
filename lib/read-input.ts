import type { z } from 'zod'
import { type PublicError, refuse, toPublicError } from './errors'

const DEEPEST = 10

export type ReadInput<T> = { ok: true; data: T } | { ok: false; error: PublicError }

/** Reads what somebody sent into what an operation takes, or says per field, by dotted path, what is wrong with it. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): ReadInput<z.output<Schema>> {
  const unstorable = refuseUnstorable(raw)
  if (unstorable) return { ok: false, error: unstorable }
  const parsed = schema.safeParse(raw, { error: plainly })
  return parsed.success
    ? { ok: true, data: parsed.data }
    : { ok: false, error: invalid(fieldsOf(parsed.error)) }
}

/** The refusal of text that Postgres cannot keep, wherever it stands; asked before anything is looked up by it. */
export function refuseUnstorable(raw: unknown): PublicError | undefined {
  const field = unstorableAt(raw)
  return field === undefined ? undefined : invalid({ [field]: 'Leave control characters out.' })
}

/**
 * Where a text stands that Postgres cannot keep: with a zero byte or half of a surrogate pair. Undefined when there is
 * none. No schema goes deeper than it looks.
 */
function unstorableAt(raw: unknown): string | undefined {
  const rest: [path: string, value: unknown, depth: number][] = [['', raw, 0]]
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [path, value, depth] = next
    if (typeof value === 'string' && isUnstorable(value)) return path
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth > DEEPEST) continue
    for (const [key, member] of Object.entries(value)) {
      const inner = path ? `${path}.${key}` : key
      if (isUnstorable(key)) return path
      rest.push([inner, member, depth + 1])
    }
  }
  return undefined
}

const isUnstorable = (text: string) => text.includes('\0') || !text.isWellFormed()

/** For what a schema has no sentence of its own: only programs send it. */
function plainly(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'This is missing.' : `This is not a ${issue.expected}.`
  if (issue.code === 'too_small') return 'This is too small.'
  if (issue.code === 'too_big') return 'This is too large.'
  return 'This is not what belongs here.'
}

function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) fields[[...issue.path, key].join('.')] = 'This is not expected here.'
    else fields[issue.path.join('.')] ??= issue.message
  }
  return fields
}

const invalid = (fields: Record<string, string>) => toPublicError(refuse('input.invalid', {}, fields))
