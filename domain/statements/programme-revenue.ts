import type { recognitions, revenueBases } from '@/db/schema/statements'

export type RevenueBasis = (typeof revenueBases)[number]
export type Recognition = (typeof recognitions)[number]

/** How the Programme’s revenue enters a statement: what Amendment No. 4 leaves open (R14.1). */
export type RevenueSettings = {
  version: number
  basis: RevenueBasis
  commissionBp: number
  recognition: Recognition
}

/** Until two people say otherwise. */
export const FIRST_SETTINGS: RevenueSettings = {
  version: 0,
  basis: 'gross',
  commissionBp: 0,
  recognition: 'payment',
}

/** What of an award’s price counts, in cents; a commission is rounded half up. */
export function countedMinor(priceMinor: bigint, { basis, commissionBp }: RevenueSettings): bigint {
  if (basis === 'gross') return priceMinor
  return priceMinor - (2n * priceMinor * BigInt(commissionBp) + 10_000n) / 20_000n
}

/** The choice in a sentence, as statements print it. */
export function settingsWords({ version, basis, commissionBp, recognition }: RevenueSettings): string {
  const amount = basis === 'gross' ? 'Gross' : `Net of ${commissionBp / 100} % commission`
  const day = recognition === 'payment' ? 'on the day the price was paid in full' : 'on the day of the award'
  const source = version === 0 ? 'the portal’s first setting' : `version ${version}`
  return `${amount}, ${day}, in full in that quarter (${source}).`
}
