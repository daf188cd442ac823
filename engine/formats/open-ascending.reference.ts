/**
 * The open ascending format written a second time, slowly and without state, for the tests to compare with: after
 * every bid everything is worked out again from the list of accepted bids.
 */
export interface ReferenceBid {
  readonly bidder: string
  readonly max: bigint
  readonly at: number
}

export interface ReferenceTerms {
  readonly reserve: bigint
  readonly steps: readonly { readonly from: bigint; readonly step: bigint }[]
  readonly limits: ReadonlyMap<string, bigint>
  readonly opens: number
  readonly closes: number
  readonly hardEnd: number
  readonly window: number
  readonly extend: number
}

export function decideByReference(terms: ReferenceTerms, attempts: readonly ReferenceBid[]) {
  const accepted: ReferenceBid[] = []
  const codes = attempts.map((bid) => {
    const code = judge(terms, accepted, bid)
    if (code === 'accepted') accepted.push(bid)
    return code
  })
  const ranked = rank(accepted)
  return {
    codes,
    winner: ranked[0]?.bidder,
    price: priceOf(terms, accepted),
    closes: closeOf(terms, accepted),
    ranked,
  }
}

function judge(terms: ReferenceTerms, accepted: readonly ReferenceBid[], { bidder, max, at }: ReferenceBid) {
  const limit = terms.limits.get(bidder)
  if (limit === undefined) return 'bid.unknown-bidder'
  if (at >= closeOf(terms, accepted)) return 'bid.closed'
  if (at < terms.opens) return 'bid.not-open'
  const price = priceOf(terms, accepted)
  const leader = rank(accepted)[0]
  if (price === undefined ? max < terms.reserve : max < price + step(terms, price)) return 'bid.below-minimum'
  if (leader?.bidder === bidder && max <= leader.max) return 'bid.below-minimum'
  return max > limit ? 'bid.over-limit' : 'accepted'
}

/** Each bidder's highest maximum, highest first; of equal ones the one stated first. */
export function rank(accepted: readonly ReferenceBid[]) {
  const bidders = [...new Set(accepted.map(({ bidder }) => bidder))]
  const best = bidders.map((bidder) => {
    const own = accepted.filter((bid) => bid.bidder === bidder)
    const max = own.map((bid) => bid.max).sort((a, b) => Number(b - a))[0] ?? 0n
    return { bidder, max, stated: accepted.findIndex((bid) => bid.bidder === bidder && bid.max === max) }
  })
  return best.sort((a, b) => (a.max === b.max ? a.stated - b.stated : a.max > b.max ? -1 : 1))
}

/** The price was last set by the latest bid that was not the leader raising itself. */
export function priceOf(terms: ReferenceTerms, accepted: readonly ReferenceBid[]): bigint | undefined {
  const last = accepted.at(-1)
  if (!last) return undefined
  const before = accepted.slice(0, -1)
  const [first, second] = rank(accepted)
  if (before.length > 0 && rank(before)[0]?.bidder === last.bidder) return priceOf(terms, before)
  if (!first || !second) return terms.reserve
  if (first.max - second.max < step(terms, second.max)) return first.max
  return second.max + step(terms, second.max)
}

function closeOf(terms: ReferenceTerms, accepted: readonly ReferenceBid[]): number {
  return accepted.reduce((closes, { at }) => {
    if (closes - at > terms.window) return closes
    return Math.max(closes, Math.min(at + terms.extend, terms.hardEnd))
  }, terms.closes)
}

function step(terms: ReferenceTerms, price: bigint): bigint {
  return terms.steps.filter(({ from }) => from <= price).at(-1)?.step ?? 0n
}
