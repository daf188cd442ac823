import { type Places, UNREACHABLE } from './places'

export type Readers = { value: number; readers: number[] }

/**
 * The set of reviewers for one plan that is worth at least `least`, holds what is kept and has the greatest value;
 * undefined when there is none. Exact, by trying reviewers in order of value and turning back where neither the value
 * nor the worth can still suffice.
 *
 * @param valued the value of a reviewer for this plan; not necessarily the worth
 */
export function bestReaders(
  { open, kept }: Pick<Places, 'open' | 'kept'>,
  { reviewers, demand, worth }: Places,
  plan: number,
  least: number,
  valued: (reviewer: number) => number,
): Readers | undefined {
  const row = plan * reviewers
  const sure: number[] = []
  const choice: { r: number; value: number; worth: number }[] = []
  for (let r = 0; r < reviewers; r += 1) {
    if (kept[row + r]) sure.push(r)
    else if (open[row + r]) choice.push({ r, value: valued(r), worth: worth[row + r]! })
  }
  choice.sort((a, b) => b.value - a.value || b.worth - a.worth)
  const wanted = demand[plan]! - sure.length
  if (choice.length < wanted) return undefined
  const greatest = greatestWorths(
    choice.map((each) => each.worth),
    wanted,
  )
  const taken: number[] = []
  let best = UNREACHABLE
  let found: number[] | undefined
  const take = (from: number, left: number, value: number, missing: number) => {
    if (left === 0) {
      if (missing > 0 || value <= best) return
      best = value
      found = taken.map((i) => choice[i]!.r)
      return
    }
    for (let i = from; i + left <= choice.length; i += 1) {
      let most = value
      for (let next = i; next < i + left; next += 1) most += choice[next]!.value
      if (most <= best || greatest[i * (wanted + 1) + left]! < missing) return
      taken.push(i)
      take(i + 1, left - 1, value + choice[i]!.value, missing - choice[i]!.worth)
      taken.pop()
    }
  }
  const has = sure.reduce((sum, r) => sum + worth[row + r]!, 0)
  take(0, wanted, 0, least - has)
  if (!found) return undefined
  return { value: sure.reduce((sum, r) => sum + valued(r), best), readers: [...sure, ...found] }
}

/** At `i * (most + 1) + n`: the greatest sum of n worths from place i on; UNREACHABLE where there are not so many. */
function greatestWorths(worths: readonly number[], most: number): Float64Array {
  const sums = new Float64Array(worths.length * (most + 1)).fill(UNREACHABLE)
  const top: number[] = []
  for (let i = worths.length - 1; i >= 0; i -= 1) {
    let at = top.length
    while (at > 0 && top[at - 1]! < worths[i]!) at -= 1
    top.splice(at, 0, worths[i]!)
    if (top.length > most) top.pop()
    let sum = 0
    for (let n = 0; n <= top.length; n += 1) {
      sums[i * (most + 1) + n] = sum
      sum += top[n] ?? 0
    }
  }
  return sums
}
