import { sealedFormat } from './sealed-bids'

/** The highest valid bid wins and pays itself (R7.3). */
export const sealedFirstPrice = sealedFormat({
  measure: (_, { amountMinor }) => amountMinor,
  price: (_, [winner]) => winner.amountMinor,
})
