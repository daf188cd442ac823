import { type AnyCommand, type AnyState, type AnyTerms, begin, decide, evolve } from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import { eventFromJson, eventToJson } from '@/engine/json'
import { commitmentsIn, type Stand } from './check-limits'
import { commandOf } from './command-of'
import type { Finding } from './compare-book'
import type { Attempt, LotRow, Stored } from './read-auction'

/**
 * Decides a lot's events again, one after the other, from what bidders asked for; and compares the row with the end.
 * @returns what bidders stood committed to after each
 */
export function followLot(
  row: LotRow,
  stored: readonly Stored[],
  attempts: readonly Attempt[],
  finding: Finding,
): Stand[] {
  finding.gaps += stored.filter(({ sequence }, index) => sequence !== index + 1).length
  const events = stored.map(({ event }) => eventFromJson<AnyTerms>(event))
  const closings = events.filter(({ type }) => type === 'auction-closed').length
  if (closings > 1 || row.closings > 1) finding.doubleAwards++
  const [opened] = events
  if (opened?.type !== 'auction-opened') {
    finding.problems.push(`Lot ${row.id} has no opening.`)
    return []
  }
  const asked = new Map(attempts.map((each) => [each.id, each]))
  let state: AnyState = begin(opened)
  const stands: Stand[] = []
  for (let index = 1; index < events.length; ) {
    const event = events[index]!
    const attempt = asked.get(stored[index]!.attempt ?? '')
    if (attempt && event.at && state.closesAt && event.at >= state.closesAt) finding.late++
    const command: AnyCommand | undefined = commandOf(event, attempt)
    const decided = command && decide<AnyTerms>(state, command)
    const same =
      decided &&
      !isRefusal(decided) &&
      decided.every((each, offset) => sameJson(eventToJson(each), stored[index + offset]?.event))
    if (!same) {
      finding.problems.push(`Event ${index + 1} of lot ${row.id} is not what the rules lead to.`)
      return stands
    }
    for (const each of decided) state = evolve(state, each)
    const bidder = attempt ? String(attempt.paddle) : null
    const [{ round, id: lot }, at] = [row, stored[index]!.at]
    stands.push({ round, lot, at, bidder, committed: commitmentsIn(state) })
    index += decided.length
  }
  if (!isWhere(row, state)) finding.problems.push(`The row of lot ${row.id} is not where its events lead.`)
  return stands
}

function isWhere(row: LotRow, state: AnyState): boolean {
  const over = state.phase === 'closed'
  const { leader, priceMinor, sold } = standOf(state)
  const won = over ? sold : null
  return (
    row.sequence === state.sequence &&
    row.price === (priceMinor?.toString() ?? null) &&
    row.leader === (leader === null ? null : Number(leader)) &&
    row.winner === (won ? Number(won.bidder) : null) &&
    row.final_price === (won?.priceMinor.toString() ?? null) &&
    (row.state === 'closed' || row.state === 'final') === over
  )
}

/** What a row says of a state: of sealed bids no price, of a clock where its round begins. */
function standOf(state: AnyState) {
  if (state.format === 'open-ascending') {
    const { lead } = state
    const sold = lead && { bidder: lead.leader, priceMinor: lead.priceMinor }
    return { leader: lead?.leader ?? null, priceMinor: lead?.priceMinor ?? null, sold }
  }
  const { result: sold } = state
  const priceMinor = state.format === 'ascending-clock' ? (state.round?.startMinor ?? null) : null
  return { leader: sold?.bidder ?? null, priceMinor, sold }
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
