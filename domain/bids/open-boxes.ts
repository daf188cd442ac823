import type { Sql } from '@/db/client'
import type { BidForm } from '@/db/schema/auctions'
import { practiceSecret } from '@/domain/sealing/practice-key'
import { type SealedAccount, takeUpBid } from '@/engine/sealed-limits'
import { type Opener, openerWith, type VoidReason } from '@/sealing/open'

/** What a sealed attempt turns out to be. `availableMinor`: what was left of the limit then; null is no limit. */
export type OpenedBid = {
  attemptId: string
  paddle: number
  /** When it was accepted. */
  at: Date
} & ({ amountMinor: bigint; availableMinor: bigint | null } | { withdrawn: true } | { void: VoidReason })

type Row = {
  id: string
  lotId: string
  bidderId: string
  paddle: number
  limitMinor: string | null
  reserveMinor: string
  allottedMinor: string
  form: BidForm
  decidedAt: string
  /** What custodians let be opened. */
  amountMinor: string | null
  voidReason: VoidReason | null
  /** Of a practice alone, whose key the portal holds: what is opened here. */
  practiceBox: Uint8Array | null
  key: string
}

type Content = { amountMinor: bigint } | { withdrawn: true } | { void: VoidReason }

/**
 * What every sealed bid of a lot turned out to be, in the order received. The limit (R7.2) is one for all lots of the round: each bid is
 * measured against what its bidder's earlier bids on the other lots came to when it was received, so the order in which
 * lots are opened changes nothing. A bid above it is told by `availableMinor` and leaves the earlier one standing.
 * To be called once bidding is over on every lot of the round.
 */
export async function openBoxes(sql: Sql, roundId: string, lotId: string): Promise<OpenedBid[]> {
  const rows = await sealedAttempts(sql, roundId, lotId)
  const open = openerWith(practiceSecret(roundId))
  const accounts = new Map<string, SealedAccount>()
  const opened: OpenedBid[] = []
  for (const row of rows) {
    const account = accounts.get(row.bidderId) ?? accountOf(row)
    accounts.set(row.bidderId, account)
    const found = judgeOne(row, await contentOf(row, roundId, open), account)
    const known = { attemptId: row.id, paddle: row.paddle, at: new Date(row.decidedAt) }
    if (row.lotId === lotId) opened.push({ ...known, ...found })
  }
  return opened
}

/** `open` opens those of a practice alone. */
async function contentOf(row: Row, roundId: string, open: Opener): Promise<Content> {
  if (row.form === 'withdrawal') return { withdrawn: true }
  if (row.practiceBox) {
    const { lotId: lot, bidderId: bidder, key } = row
    const opened = await open({ round: roundId, lot, bidder, key, ciphertext: row.practiceBox })
    return 'void' in opened ? { void: opened.void } : { amountMinor: opened.amountMinor }
  }
  if (row.voidReason !== null) return { void: row.voidReason }
  if (row.amountMinor === null) throw new Error(`The sealed bid ${row.id} was never opened.`)
  return { amountMinor: BigInt(row.amountMinor) }
}

function judgeOne({ lotId: lot, reserveMinor }: Row, content: Content, account: SealedAccount) {
  if ('withdrawn' in content) account.standing.delete(lot)
  if (!('amountMinor' in content)) return content
  const { amountMinor } = content
  return {
    amountMinor,
    availableMinor: takeUpBid(account, { lot, reserveMinor: BigInt(reserveMinor), amountMinor }),
  }
}

function accountOf({ limitMinor, allottedMinor }: Row): SealedAccount {
  return {
    limitMinor: limitMinor === null ? null : BigInt(limitMinor),
    allottedMinor: BigInt(allottedMinor),
    standing: new Map(),
  }
}

/** Those of the lot, and of its bidders with a limit those of the other lots too. */
function sealedAttempts(sql: Sql, roundId: string, lotId: string) {
  return sql<Row[]>`
    select a.id, a.lot_id as "lotId", a.bidder_id as "bidderId", b.paddle, b.limit_minor as "limitMinor",
      l.reserve_minor as "reserveMinor", a.form, a.idempotency_key as key, a.decided_at as "decidedAt",
      x.amount_minor as "amountMinor", x.void_reason as "voidReason", case when l.practice then a.box end as "practiceBox",
      (select coalesce(sum(o.final_price_minor), 0) from lots o
        join lot_bidders x on x.lot_id = o.id and x.bidder_id = b.id
        where o.round_id = ${roundId} and o.outcome = 'allotted') as "allottedMinor"
    from bid_attempts a join lots l on l.id = a.lot_id join bidders b on b.id = a.bidder_id
      left join opened_bids x on x.attempt_id = a.id
    where l.round_id = ${roundId} and a.code = 'accepted' and a.form in ('sealed', 'withdrawal')
      and (a.lot_id = ${lotId} or (b.limit_minor is not null and exists (
        select from lot_bidders lb where lb.lot_id = ${lotId} and lb.bidder_id = b.id)))
    order by a.ordinal`
}
