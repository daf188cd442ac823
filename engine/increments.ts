/** One row of the table of increments: from this price upwards the next bid is at least `stepMinor` higher. */
export interface Increment {
  readonly fromMinor: bigint
  readonly stepMinor: bigint
}

/**
 * The step at a price, in cents (R7.3: the table goes by price). The row with the highest `fromMinor` at or below
 * the price counts; `problemWithIncrements` has made sure that there is one.
 */
export function stepAt(table: readonly Increment[], priceMinor: bigint): bigint {
  let step = 0n
  for (const row of table) {
    if (row.fromMinor > priceMinor) break
    step = row.stepMinor
  }
  return step
}

/** The path of the first row that makes the table unusable: it starts at 0, rises strictly, and has no empty step. */
export function problemWithIncrements(table: readonly Increment[]): string | undefined {
  if (table.length === 0) return 'increments'
  for (const [index, row] of table.entries()) {
    const previous = table[index - 1]
    const rises = previous ? row.fromMinor > previous.fromMinor : row.fromMinor === 0n
    if (!rises) return `increments.${index}.fromMinor`
    if (row.stepMinor <= 0n) return `increments.${index}.stepMinor`
  }
  return undefined
}
