/** A round’s secret is rebuilt from any three of five shares (R8.2). */
export const SHARES = 5
export const THRESHOLD = 3

/** No sealed round opens for bids before so many custodians have proven that they hold their share (R8.2). */
export const PROOFS_NEEDED = 4
