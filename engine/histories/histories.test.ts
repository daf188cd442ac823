import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type AnyState, type AnyTerms, decide, evolve, type History, open, outcome, replay } from '../auction'
import { isRefusal } from '../decision'
import {
  commandFromJson,
  eventFromJson,
  eventToJson,
  type Json,
  outcomeToJson,
  stateFromJson,
  stateToJson,
  termsFromJson,
} from '../json'
import { firstWrongEvent } from '../verify'

/**
 * Golden histories: situations decided once, read by a person with the rulebook beside them, and never to change.
 * A strike's command leaves out the bids so far; they are those of the history.
 */
interface Golden {
  readonly situation: string
  readonly rules: readonly string[]
  readonly terms: Json
  readonly commands: readonly Record<string, Json>[]
  readonly refusals: readonly { readonly index: number; readonly code: string }[]
  readonly events: readonly Json[]
  readonly outcome: Json
}

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

function decideAll(golden: Golden) {
  const terms = termsFromJson<AnyTerms>(golden.terms)
  let history = open<AnyTerms>(terms, ('opensAt' in terms && terms.opensAt) || null) as History<AnyTerms>
  let state: AnyState = replay(history)
  const refusals: { index: number; code: string }[] = []
  golden.commands.forEach((json, index) => {
    const bids = history.filter((event) => event.type === 'bid-accepted')
    const command = commandFromJson<AnyTerms>(json)
    const decision = decide<AnyTerms>(state, command.type === 'strike-bidder' ? { ...command, bids } : command)
    if (isRefusal(decision)) return refusals.push({ index, code: decision.code })
    history = [...history, ...decision]
    for (const event of decision) state = evolve(state, event)
  })
  return { terms, history, state, refusals }
}

test('there are golden histories', () => {
  expect(files.length).toBeGreaterThanOrEqual(10)
})

describe.each(files)('%s', (name) => {
  const golden: Golden = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

  test('is decided as it was', () => {
    const { history, refusals } = decideAll(golden)
    expect(history.map(eventToJson)).toEqual(golden.events)
    expect(refusals).toEqual(golden.refusals)
    expect(outcomeToJson(outcome(history))).toEqual(golden.outcome)
  })

  test('replays from its stored events to the same state, and every event is borne out', () => {
    const { terms, state } = decideAll(golden)
    const stored = golden.events.map((event) => eventFromJson<AnyTerms>(event)) as unknown as History<AnyTerms>
    expect(replay(stored)).toEqual(state)
    expect(stateFromJson(terms, stateToJson(state))).toEqual(state)
    expect(firstWrongEvent(stored)).toBeNull()
  })
})
