/** The engine alone, without database or web: sealed lots cleared, and histories replayed and decided again. */
export async function bench({ task }) {
  console.log(await task(['tsx', 'scripts/bench/time-engine.ts']))
}
