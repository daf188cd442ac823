/**
 * The process clock, for display and logs only. Whatever decides anything reads the database primary's
 * `clock_timestamp()` after the subject is locked (R7.1); the door does that and hands it on as `at`.
 */
export function processNow(): Date {
  return new Date()
}
