import postgres from 'postgres'
import { type AuctionEvent, begin, decide, evolve } from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import type { OpenAscendingCommand } from '@/engine/formats/open-ascending-terms'
import { eventFromJson, eventToJson, type Json } from '@/engine/json'

/**
 * The independent auditor: what bidders were told against what the tables hold. It reads with SQL of its own and
 * decides every event again with the engine; it uses none of the portal's own checks.
 */
type Told = {
  lot: string
  bidder: string
  key: string
  maxMinor: string
  attemptId?: string
  code?: string
}
export type Book = { acknowledged: Told[]; refused: Told[]; unanswered: Told[] }

export type Finding = {
  acknowledged: number
  lost: number
  duplicated: number
  late: number
  doubleAwards: number
  gaps: number
  /** Whatever else is wrong, a sentence each. */
  problems: string[]
}

type Attempt = {
  id: string
  lot: string
  bidder: string
  paddle: number
  key: string
  max: string | null
  code: string
  audited: number
}
type Stored = { lot: string; sequence: number; event: Json; at: Date; attempt: string | null }
type LotRow = {
  id: string
  round: string
  state: string
  sequence: number
  price: string | null
  leader: number | null
  winner: number | null
  final_price: string | null
  closings: number
}

/** @param expectClosed whether bidding is over on every lot of the auction */
export async function audit(
  url: string,
  { lots, rounds }: { lots: readonly string[]; rounds: readonly string[] },
  book: Book,
  expectClosed = false,
): Promise<Finding> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const attempts = await sql<Attempt[]>`
      select a.id, a.lot_id as lot, a.bidder_id as bidder, b.paddle, a.idempotency_key as key, a.max_minor as max, a.code,
        (select count(*)::int from audit_log g where g.object = a.id and g.kind = 'bid.place') as audited
      from bid_attempts a join bidders b on b.id = a.bidder_id where a.lot_id = any(${lots as string[]})`
    const stored = await sql<Stored[]>`
      select lot_id as lot, sequence, event, at, attempt_id as attempt from lot_events
      where lot_id = any(${lots as string[]}) order by lot_id, sequence`
    const rows = await sql<LotRow[]>`
      select l.id, l.round_id as round, l.state, l.sequence, l.price_minor as price, leader.paddle as leader,
        won.paddle as winner, l.final_price_minor as final_price,
        (select count(*)::int from audit_log g where g.object = l.id and g.kind = 'lot.close' and g.outcome = 'done') as closings
      from lots l left join bidders leader on leader.id = l.leader_id
        left join lot_bidders lb on lb.lot_id = l.id and lb.application_id = l.winner_application_id
        left join bidders won on won.id = lb.bidder_id
      where l.id = any(${lots as string[]})`
    const twice = await sql<{ closed: number }[]>`
      select count(*)::int as closed from round_moves where round_id = any(${rounds as string[]}) and "to" = 'closed' group by round_id having count(*) > 1`
    const finding = compareBook(book, attempts, stored)
    for (const row of rows)
      followLot(
        row,
        stored.filter(({ lot }) => lot === row.id),
        attempts,
        finding,
      )
    finding.doubleAwards += twice.length
    if (expectClosed)
      for (const { id, state, closings } of rows)
        if (state !== 'closed' || closings !== 1)
          finding.problems.push(`Lot ${id} is ${state} and was closed ${closings} times.`)
    return finding
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** What was told against what was kept: nothing acknowledged is missing, nothing is there twice. */
function compareBook(book: Book, attempts: readonly Attempt[], stored: readonly Stored[]): Finding {
  const nameOf = ({ lot, bidder, key }: { lot: string; bidder: string; key: string }) =>
    `${lot} ${bidder} ${key}`
  const kept = new Map<string, Attempt[]>()
  for (const each of attempts) kept.set(nameOf(each), [...(kept.get(nameOf(each)) ?? []), each])
  const bids = new Map<string, number>()
  for (const { attempt, event } of stored)
    if (attempt && (event as { type: string }).type === 'bid-accepted')
      bids.set(attempt, (bids.get(attempt) ?? 0) + 1)
  const answers = new Map<string, Set<string>>()
  for (const told of book.acknowledged)
    answers.set(nameOf(told), (answers.get(nameOf(told)) ?? new Set()).add(told.attemptId ?? ''))
  const isKept = (told: Told) =>
    (kept.get(nameOf(told)) ?? []).some(
      ({ id, code, max }) =>
        id === told.attemptId && code === 'accepted' && max === told.maxMinor && bids.has(id),
    )
  const problems: string[] = []
  if (book.unanswered.length > 0) problems.push(`${book.unanswered.length} bids never had a definite answer.`)
  const reversed = book.refused.filter((told) =>
    kept.get(nameOf(told))?.some(({ code }) => code === 'accepted'),
  )
  const taken = reversed.filter(({ code }) => code !== 'request.repeated-differently')
  if (taken.length > 0) problems.push(`${taken.length} bids were told they were refused and stand.`)
  const unaudited = attempts.filter(({ audited }) => audited !== 1)
  if (unaudited.length > 0) problems.push(`${unaudited.length} attempts do not have exactly one audit entry.`)
  const doubled =
    [...kept.values()].filter((same) => same.length > 1).length +
    [...bids.values()].filter((count) => count > 1).length +
    [...answers.values()].filter((different) => different.size > 1).length
  const lost = book.acknowledged.filter((told) => !isKept(told)).length
  return {
    acknowledged: book.acknowledged.length,
    lost,
    duplicated: doubled,
    late: 0,
    doubleAwards: 0,
    gaps: 0,
    problems,
  }
}

/** Decides a lot's events again, one after the other, from what bidders asked for; and compares the row with the end. */
function followLot(
  row: LotRow,
  stored: readonly Stored[],
  attempts: readonly Attempt[],
  finding: Finding,
): void {
  finding.gaps += stored.filter(({ sequence }, index) => sequence !== index + 1).length
  const events = stored.map(({ event }) => eventFromJson(event))
  const [opened] = events
  if (opened?.type !== 'auction-opened') return void finding.problems.push(`Lot ${row.id} has no opening.`)
  const asked = new Map(attempts.map((each) => [each.id, each]))
  let state = begin(opened)
  for (let index = 1; index < events.length; ) {
    const event = events[index]!
    if (event.type === 'bid-accepted' && event.at >= state.closesAt) finding.late++
    const command = commandOf(event, asked.get(stored[index]!.attempt ?? ''))
    const decided = command && decide(state, command)
    const same =
      decided &&
      !isRefusal(decided) &&
      decided.every((each, offset) => sameJson(eventToJson(each), stored[index + offset]?.event))
    if (!same)
      return void finding.problems.push(`Event ${index + 1} of lot ${row.id} is not what the rules lead to.`)
    state = decided.reduce((before, each) => evolve(before, each), state)
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

/** The line to print. */
export const lineOf = (found: Finding): string =>
  `acknowledged ${found.acknowledged}, lost ${found.lost}, duplicated ${found.duplicated}, late ${found.late}, double awards ${found.doubleAwards}, gaps ${found.gaps}`
