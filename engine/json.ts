/**
 * Terms, events and states as JSON. Money (`…Minor`) is a decimal string of cents; instants (`at`, `…At`) are RFC 3339
 * in UTC with milliseconds; everything else is itself. The names of the fields decide, so the same two functions
 * serve every format.
 */
import type { AnyEvent, AnyState, AnyTerms, CommandOf, EventOf, Outcome, StateOf, Terms } from './auction'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Text that is not the engine's: which field, and what it should have been. */
export class MalformedJson extends Error {
  constructor(
    readonly field: string,
    expected: string,
  ) {
    super(`${field}: expected ${expected}`)
  }
}

export function eventToJson(event: AnyEvent): Json {
  return encode(event)
}

export function outcomeToJson(outcome: Outcome): Json {
  return encode(outcome)
}

/** Throws `MalformedJson` for money or an instant that is not one, as do all three readers. */
export function termsFromJson<T extends AnyTerms = Terms>(json: Json): T {
  return decode(json, '') as T
}

/** The shape is believed; that the event is right is for `firstWrongEvent` to say. */
export function eventFromJson<T extends AnyTerms = Terms>(json: Json): EventOf<T> {
  return decode(json, '') as EventOf<T>
}

export function commandFromJson<T extends AnyTerms = Terms>(json: Json): CommandOf<T> {
  return decode(json, '') as CommandOf<T>
}

/** The moving part only: the terms never change, are stored once, and come back through `stateFromJson`. */
export function stateToJson({ terms: _terms, format: _format, ...moving }: AnyState): Json {
  return encode(moving)
}

export function stateFromJson<T extends AnyTerms = Terms>(terms: T, json: Json): StateOf<T> {
  return { ...(decode(json, '') as object), terms, format: terms.format } as StateOf<T>
}

function encode(value: unknown): Json {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(encode)
  if (value === null || typeof value !== 'object') return value as Json
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, encode(field)]))
}

function decode(json: Json, key: string): unknown {
  if (json === null) return null
  if (Array.isArray(json)) return json.map((item) => decode(item, key))
  if (typeof json === 'object') {
    return Object.fromEntries(Object.entries(json).map(([name, field]) => [name, decode(field, name)]))
  }
  if (key.endsWith('Minor')) return decodeAmount(json, key)
  if (key === 'at' || key.endsWith('At')) return decodeInstant(json, key)
  return json
}

function decodeAmount(json: Json, key: string): bigint {
  if (typeof json !== 'string' || !/^-?\d{1,40}$/.test(json))
    throw new MalformedJson(key, 'whole cents as a string')
  return BigInt(json)
}

function decodeInstant(json: Json, key: string): Date {
  const instant = typeof json === 'string' ? new Date(json) : new Date(Number.NaN)
  if (Number.isNaN(instant.getTime())) throw new MalformedJson(key, 'an RFC 3339 instant')
  return instant
}
