/**
 * What to add to the browser's monotonic clock to have the server's time, after one more reading of it. A reading can
 * only be old when it is seen, on its way or in a cache, never from the future: so the reading that puts the clock
 * furthest on is the freshest, and no other moves it.
 * @param knownMs what was known before, undefined at first
 * @param reading the server's instant in milliseconds since the epoch, and the monotonic clock when it was seen
 */
export function carryServerTime(
  knownMs: number | undefined,
  reading: { serverMs: number; seenMs: number },
): number {
  const offsetMs = reading.serverMs - reading.seenMs
  return knownMs === undefined ? offsetMs : Math.max(knownMs, offsetMs)
}
