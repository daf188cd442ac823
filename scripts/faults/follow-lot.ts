import { type AuctionEvent, begin, decide, evolve } from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import type { OpenAscendingCommand } from '@/engine/formats/open-ascending-terms'
import { eventFromJson, eventToJson } from '@/engine/json'
import type { Lead } from './check-limits'
import type { Finding } from './compare-book'
import type { Attempt, LotRow, Stored } from './read-auction'

/**
 * Decides a lot's events again, one after the other, from what bidders asked for; and compares the row with the end.
 * @returns who led after each
 */
export function followLot(
  row: LotRow,
  stored: readonly Stored[],
  attempts: readonly Attempt[],
  finding: Finding,
): Lead[] {
  finding.gaps += stored.filter(({ sequence }, index) => sequence !== index + 1).length
  const events = stored.map(({ event }) => eventFromJson(event))
  const [opened] = events
  if (opened?.type !== 'auction-opened') {
    finding.problems.push(`Lot ${row.id} has no opening.`)
    return []
  }
  const asked = new Map(attempts.map((each) => [each.id, each]))
  let state = begin(opened)
  const leads: Lead[] = []
  for (let index = 1; index < events.length; ) {
    const event = events[index]!
    if (event.type === 'bid-accepted' && event.at >= state.closesAt) finding.late++
    const command = commandOf(event, asked.get(stored[index]!.attempt ?? ''))
    const decided = command && decide(state, command)
    const same =
      decided &&
      !isRefusal(decided) &&
      decided.every((each, offset) => sameJson(eventToJson(each), stored[index + offset]?.event))
    if (!same) {
      finding.problems.push(`Event ${index + 1} of lot ${row.id} is not what the rules lead to.`)
      return leads
    }
    state = decided.reduce((before, each) => evolve(before, each), state)
    leads.push({ round: row.round, lot: row.id, at: stored[index]!.at, lead: state.lead })
    index += decided.length
  }
  const closings = events.filter(({ type }) => type === 'auction-closed').length
  if (closings > 1 || row.closings > 1) finding.doubleAwards++
  const sold = state.phase === 'closed' ? state.lead : null
  const equal =
    row.sequence === state.sequence &&
    row.price === (state.lead?.priceMinor.toString() ?? null) &&
    row.leader === (state.lead ? Number(state.lead.leader) : null) &&
    row.winner === (sold ? Number(sold.leader) : null) &&
    row.final_price === (sold?.priceMinor.toString() ?? null) &&
    (row.state === 'closed') === (state.phase === 'closed')
  if (!equal) finding.problems.push(`The row of lot ${row.id} is not where its events lead.`)
  return leads
}

function commandOf(event: AuctionEvent, attempt: Attempt | undefined): OpenAscendingCommand | undefined {
  if (event.type === 'auction-closed') return { type: 'close', at: event.at }
  if (event.type !== 'bid-accepted' || attempt?.code !== 'accepted' || attempt.max === null) return undefined
  const { paddle, max } = attempt
  return {
    type: 'place-bid',
    bidder: String(paddle),
    maxMinor: BigInt(max),
    at: event.at,
    availableMinor: null,
  }
}

/** JSON columns forget the order of fields. */
function sameJson(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null)
    return left === right
  const names = Object.keys(left)
  const both = (name: string) =>
    sameJson((left as Record<string, unknown>)[name], (right as Record<string, unknown>)[name])
  return names.length === Object.keys(right).length && names.every(both)
}
