import type { AnyEvent, AnyTerms } from '../engine/auction'
import { eventFromJson, type Json } from '../engine/json'
import { canonical } from './canonical'
import type { Entry } from './round-file'
import type { Wrong } from './verdict'

/** An event of a lot and the entry it stands in. */
export type ToldEvent = { entry: number; attempt: string | null; json: Json; event: AnyEvent }
/** An entry of the audit log: what was done, by whom (a pseudonym), about what, with what facts. */
export type ToldAction = {
  entry: number
  kind: string
  actor: string
  /** The second person, where there was one. */
  approver: string | null
  object: string
  facts: Record<string, Json>
}

export type Told = { lots: Map<string, ToldEvent[]>; actions: ToldAction[]; wrong: Wrong[] }

/** Sorts the told entries: events by lot and in their own order, and what was done. What is neither is wrong. */
export function readEntries(entries: readonly Entry[]): Told {
  const told: Told = { lots: new Map(), actions: [], wrong: [] }
  for (const { index: entry, data } of entries) {
    try {
      const json = JSON.parse(data) as Record<string, Json>
      // Two readers of a key that stands twice could read two things.
      if (canonical(json) !== data) throw new TypeError('Not canonical.')
      readEntry(told, entry, json)
    } catch {
      told.wrong.push({ entry, problem: `Entry ${entry} cannot be read.` })
    }
  }
  for (const events of told.lots.values()) events.sort((a, b) => a.event.sequence - b.event.sequence)
  told.actions.sort((a, b) => a.entry - b.entry)
  return told
}

function readEntry({ lots, actions }: Told, entry: number, json: Record<string, Json>): void {
  if (json.v !== 1 || typeof json.kind !== 'string') throw new TypeError('No entry.')
  if (json.kind === 'lot.event') {
    const event = eventFromJson<AnyTerms>(json.event as Json)
    if (!Number.isSafeInteger(event.sequence) || typeof json.lot !== 'string')
      throw new TypeError('No event.')
    const attempt = typeof json.attempt === 'string' ? json.attempt : null
    const events = lots.get(json.lot) ?? []
    events.push({ entry, attempt, json: json.event as Json, event })
    lots.set(json.lot, events)
  } else if (json.outcome === 'done') {
    const { kind, object, facts } = json
    if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) throw new TypeError('No facts.')
    const approver = typeof json.approver === 'string' ? json.approver : null
    const who = { actor: String(json.actor ?? ''), approver }
    actions.push({ entry, kind, ...who, object: String(object), facts: facts as Record<string, Json> })
  }
}
