import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillAll, startBooking, sumOf } from './booking'
import type { Places } from './places'
import { worstFirst, worstOf } from './worst-first'

/** Small tables of places, tight and loose, with conflicts and with pairs that stand. */
const somePlaces = fc
  .record({
    plans: fc.integer({ min: 1, max: 5 }),
    reviewers: fc.integer({ min: 1, max: 5 }),
    largest: fc.constantFrom(1, 3, 20),
    looseness: fc.integer({ min: 0, max: 2 }),
  })
  .chain(({ plans, reviewers, largest, looseness }) => {
    const pairs = { minLength: plans * reviewers, maxLength: plans * reviewers }
    return fc
      .record({
        demand: fc.array(fc.integer({ min: 1, max: Math.min(3, reviewers) }), {
          minLength: plans,
          maxLength: plans,
        }),
        caps: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: reviewers, maxLength: reviewers }),
        worth: fc.array(fc.integer({ min: 0, max: largest }), pairs),
        closed: fc.array(fc.integer({ min: 0, max: 6 }), pairs),
        kept: fc.array(fc.integer({ min: 0, max: 9 }), pairs),
      })
      .map(({ demand, caps, worth, closed, kept }): Places => {
        const needed = demand.reduce((a, b) => a + b)
        const cap = caps.map((more) => Math.floor(needed / reviewers) + looseness + more)
        const open = Uint8Array.from(closed, (draw) => Number(draw > 0))
        const load = cap.map(() => 0)
        const has = demand.map(() => 0)
        const stands = Uint8Array.from(kept, (draw, pair) => {
          const [p, r] = [Math.floor(pair / reviewers), pair % reviewers]
          if (draw > 0 || !open[pair] || load[r]! >= cap[r]! || has[p]! >= demand[p]!) return 0
          load[r]! += 1
          has[p]! += 1
          return 1
        })
        return { plans, reviewers, demand, cap, worth: Float64Array.from(worth), open, kept: stands }
      })
  })

/** Every assignment there is, one plan after the other. */
function everyAssignment(places: Places): { worst: number; sum: number }[] {
  const { plans, reviewers, demand, cap, worth, open, kept } = places
  const load = cap.map(() => 0)
  const found: { worst: number; sum: number }[] = []
  const visit = (plan: number, reviewer: number, has: number, total: number, worst: number, sum: number) => {
    if (plan === plans) found.push({ worst, sum })
    else if (reviewer === reviewers) {
      if (has === demand[plan]) visit(plan + 1, 0, 0, 0, Math.min(worst, total), sum + total)
    } else {
      const pair = plan * reviewers + reviewer
      if (!kept[pair]) visit(plan, reviewer + 1, has, total, worst, sum)
      if (!open[pair] || load[reviewer]! >= cap[reviewer]!) return
      load[reviewer]! += 1
      visit(plan, reviewer + 1, has + 1, total + worth[pair]!, worst, sum)
      load[reviewer]! -= 1
    }
  }
  visit(0, 0, 0, 0, Number.POSITIVE_INFINITY, 0)
  return found
}

test('fills all when that is possible, and reaches the greatest sum of all assignments', () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      const booking = startBooking(places)
      const all = everyAssignment(places)
      expect(fillAll(booking) === undefined).toBe(all.length > 0)
      if (all.length > 0) expect(sumOf(booking)).toBe(all.reduce((most, { sum }) => Math.max(most, sum), 0))
    }),
    { numRuns: 600 },
  )
})

test('leaves the worst-off plan the most, and then reaches the greatest sum, with proof', () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      const root = startBooking(places)
      if (fillAll(root) !== undefined) return
      const all = everyAssignment(places)
      const worst = all.reduce((most, each) => Math.max(most, each.worst), 0)
      const sum = all
        .filter((each) => each.worst === worst)
        .reduce((most, each) => Math.max(most, each.sum), 0)
      const found = worstFirst(root, 10_000)
      expect([worstOf(found.booking), sumOf(found.booking)]).toEqual([worst, sum])
      expect([found.worstAtMost, found.sumAtMost]).toEqual([worst, sum])
    }),
    { numRuns: 600 },
  )
})

test('a search that is stopped gives bounds that hold', () => {
  fc.assert(
    fc.property(somePlaces, fc.integer({ min: 0, max: 3 }), (places, most) => {
      const root = startBooking(places)
      if (fillAll(root) !== undefined) return
      const all = everyAssignment(places)
      const { booking, worstAtMost, sumAtMost } = worstFirst(root, most)
      const here = { worst: worstOf(booking), sum: sumOf(booking) }
      expect(all).toContainEqual(here)
      expect(Math.max(...all.map((each) => each.worst))).toBeLessThanOrEqual(worstAtMost)
      const asGood = all.filter((each) => each.worst >= here.worst).map((each) => each.sum)
      expect(Math.max(...asGood)).toBeLessThanOrEqual(sumAtMost)
    }),
    { numRuns: 600 },
  )
})
