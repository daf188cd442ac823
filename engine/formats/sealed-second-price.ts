import { greater } from '../amounts'
import { sealedFormat } from './sealed-bids'

/** The highest valid bid wins and pays the greater of the second-highest and the reserve (R7.3). */
export const sealedSecondPrice = sealedFormat({
  measure: (_, { amountMinor }) => amountMinor,
  price: ({ reserveMinor }, [, second]) => greater(second?.amountMinor ?? 0n, reserveMinor),
})
