/** What this process has measured of itself; the control room shows it (R7.9, R16). */

const LAST = 1000
const decisions: number[] = []
let next = 0

/** Notes how long a bid took from its arrival to its answer, in milliseconds. */
export function observeDecision(milliseconds: number): void {
  decisions[next] = milliseconds
  next = (next + 1) % LAST
}

/** 95 of 100 of the last bids were answered within this many milliseconds; null before the first. */
export function decisionP95(): number | null {
  if (decisions.length === 0) return null
  const sorted = [...decisions].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * 0.95)] ?? null
}

let offsetMs = 0

/** How far the database's clock is ahead of this process's, as last measured. */
export function clockOffset(): number {
  return offsetMs
}

export function noteClockOffset(milliseconds: number): void {
  offsetMs = milliseconds
}
