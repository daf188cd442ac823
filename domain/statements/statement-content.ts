import type { RevenueSettings } from './programme-revenue'

/** A statement, as it is shown, hashed and frozen: amounts are whole cents in strings, days are UTC. */
export type StatementContent = {
  v: 1
  quarter: string
  /** The quarter is [from, to). */
  from: string
  to: string
  ordinary: { revenueMinor: string; increments: string; source: string; recordedAt: string }
  programme: {
    settings: RevenueSettings
    words: string
    revenueMinor: string
    names: { awardId: string; label: string; day: string; priceMinor: string; countedMinor: string }[]
  }
  tables: {
    id: string
    name: string
    verified: boolean
    /** None without increments: then there is no average. */
    fee?: {
      averageMinor: string
      averageWithoutMinor: string
      ratePerIncrementMinor: string
      feeMinor: string
      feeWithoutMinor: string
      atCap: boolean
    }
  }[]
}
