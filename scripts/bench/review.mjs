/** The mathematics of review alone, without database or web: assignments, and the figures of a panel. */
export async function bench({ task }) {
  console.log(await task(['tsx', 'scripts/bench/time-review.ts']))
}
