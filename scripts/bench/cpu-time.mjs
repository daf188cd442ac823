import { readFileSync } from 'node:fs'

/** What Linux counts a process's time in. */
const TICKS_PER_SECOND = 100

/**
 * Seconds of processor time that a process and, with `children`, all that it ever started have used; undefined where the
 * system has no /proc. Other people's load makes a second of wall time worth less; this it leaves nearly alone.
 */
export function cpuTime(pid, { children = false } = {}) {
  const own = timesOf(pid)
  if (!own) return undefined
  if (!children) return own.own
  const living = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return own.own + own.ended + living.reduce((sum, child) => sum + (timesOf(child)?.own ?? 0), 0)
}

function timesOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // After the name in brackets: utime, stime, and the same of children that have ended.
    const [user, system, endedUser, endedSystem] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number)
    return { own: (user + system) / TICKS_PER_SECOND, ended: (endedUser + endedSystem) / TICKS_PER_SECOND }
  } catch {
    return undefined
  }
}

/** Processor time between two readings in microseconds each; undefined where it could not be read. */
export function cpuEach(before, after, count) {
  return before === undefined || after === undefined || count === 0
    ? undefined
    : ((after - before) * 1e6) / count
}
