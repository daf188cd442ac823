import type { AnyTerms, History, Outcome } from '../engine/auction'

/** Who won, at what price, and why, in words that need no rulebook. Bidders are paddles. */
export function explain([{ terms }]: History<AnyTerms>, result: Outcome): string {
  const { status, winner, priceMinor, order, tieDrawn } = result
  if (status === 'cancelled') return 'The auction was cancelled.'
  if (status === 'open') return 'The auction has no end.'
  if (status === 'allotted')
    return `Paddle ${winner} was the only one, so it has the name at the reserve of ${dollars(priceMinor)}.`
  if (status === 'unsold' || winner === null)
    return `Nobody bid at or above the reserve of ${dollars(terms.reserveMinor)}.`
  const drawn = tieDrawn ? ' Bids were equal, and the draw decided.' : ''
  return `${reason(terms, result, order.length)}${drawn}`
}

function reason(terms: AnyTerms, { winner, priceMinor, order }: Outcome, bidders: number): string {
  const price = dollars(priceMinor)
  const runnerUp = order.find(({ bidder }) => bidder !== winner)
  const alone = bidders < 2 || !runnerUp
  switch (terms.format) {
    case 'open-ascending':
      return alone
        ? `Paddle ${winner} was the only one to bid, so it pays the price where bidding begins, ${price}.`
        : `Paddle ${winner} stated the highest maximum. The price rose to ${price}: as far as it took to stay ahead of paddle ${runnerUp.bidder}.`
    case 'ascending-clock':
      return alone
        ? `Paddle ${winner} was the last to stay in, and pays ${price}.`
        : `Paddle ${winner} was the last to stay in. It pays ${price}, where paddle ${runnerUp.bidder} left.`
    case 'sealed-first-price':
      return `Paddle ${winner} bid the most, ${price}, and pays its own bid.`
    case 'sealed-second-price':
      return alone
        ? `Paddle ${winner} made the only bid that counts, so it pays the reserve, ${price}.`
        : `Paddle ${winner} bid the most, and pays the bid of the next, paddle ${runnerUp.bidder}: ${price}.`
    case 'sealed-quality-weighted':
      return alone
        ? `Paddle ${winner} made the only bid that counts, so it pays the reserve, ${price}.`
        : `Paddle ${winner} had the best bid once the quality of its plan was counted in. It pays ${price}: the least that still beats paddle ${runnerUp.bidder}.`
  }
}

/** Whole cents as dollars, the same in the browser and on the command line. */
export function dollars(minor: bigint | null): string {
  if (minor === null) return 'no price'
  const digits = minor.toString().padStart(3, '0')
  return `US$${digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')}.${digits.slice(-2)}`
}
