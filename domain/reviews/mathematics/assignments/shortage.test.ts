import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Places } from './places'
import { findShortage } from './shortage'

const tableOf = (demand: number[], cap: number[], open: number[], kept = open.map(() => 0)): Places => ({
  plans: demand.length,
  reviewers: cap.length,
  demand,
  cap,
  worth: new Float64Array(open.length),
  open: Uint8Array.from(open),
  kept: Uint8Array.from(kept),
})

const someTable = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
  .chain(([plans, reviewers]) => {
    const exactly = (length: number) => ({ minLength: length, maxLength: length })
    return fc
      .tuple(
        fc.array(fc.integer({ min: 1, max: 3 }), exactly(plans)),
        fc.array(fc.integer({ min: 0, max: 3 }), exactly(reviewers)),
        fc.array(fc.integer({ min: 0, max: 2 }), exactly(plans * reviewers)),
      )
      .map(([demand, cap, open]) =>
        tableOf(
          demand,
          cap,
          open.map((draw) => Number(draw > 0)),
        ),
      )
  })

/** Whether all can be filled, by trying everything. */
function isPossible(
  { demand, reviewers, open }: Places,
  cap: readonly number[],
  plan = 0,
  r = 0,
  has = 0,
): boolean {
  if (plan === demand.length) return true
  if (has === demand[plan]) return isPossible({ demand, reviewers, open } as Places, cap, plan + 1)
  if (r === reviewers) return false
  const rest = { demand, reviewers, open } as Places
  if (isPossible(rest, cap, plan, r + 1, has)) return true
  if (!open[plan * reviewers + r] || cap[r]! <= 0) return false
  const less = cap.map((room, i) => (i === r ? room - 1 : room))
  return isPossible(rest, less, plan, r + 1, has + 1)
}

/** Whether some raise of so many places in all helps. */
function isHelped(places: Places, by: number, cap: readonly number[], from = 0): boolean {
  if (by === 0 || from === cap.length) return isPossible(places, cap)
  return Array.from({ length: by + 1 }, (_, more) => more).some((more) =>
    isHelped(
      places,
      by - more,
      cap.map((room, r) => (r === from ? room + more : room)),
      from + 1,
    ),
  )
}

test('there is a shortage exactly when not all can be filled', () => {
  fc.assert(
    fc.property(someTable, (places) => {
      expect(findShortage(places) === undefined).toBe(isPossible(places, places.cap))
    }),
  )
})

test('the plans named need more than the reviewers left to them can give, and without any one of them would not', () => {
  fc.assert(
    fc.property(someTable, (places) => {
      const found = findShortage(places)
      if (!found) return
      const capacityOf = (plans: number[]) =>
        places.cap.reduce(
          (sum, cap, r) =>
            sum + Math.min(cap, plans.filter((p) => places.open[p * places.reviewers + r]).length),
          0,
        )
      const demandOf = (plans: number[]) => plans.reduce((sum, p) => sum + places.demand[p]!, 0)
      expect(found.demand).toBe(demandOf(found.plans))
      expect(found.capacity).toBe(capacityOf(found.plans))
      expect(found.demand).toBeGreaterThan(found.capacity)
      for (const left of found.plans) {
        const others = found.plans.filter((plan) => plan !== left)
        expect(demandOf(others)).toBeLessThanOrEqual(capacityOf(others))
      }
    }),
  )
})

test('the raise of caps that it names helps, and none smaller does', () => {
  fc.assert(
    fc.property(someTable, (places) => {
      const found = findShortage(places)
      if (!found) return
      const endless = places.cap.map(() => places.plans)
      if (found.raise === null) {
        expect(isPossible(places, endless)).toBe(false)
        return
      }
      const raised = [...places.cap]
      for (const { reviewer, by } of found.raise) raised[reviewer]! += by
      expect(isPossible(places, raised)).toBe(true)
      const sum = found.raise.reduce((total, { by }) => total + by, 0)
      expect(isHelped(places, sum - 1, places.cap)).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('as many new reviewers as it names help, and one fewer would not', () => {
  const withNewcomers = (places: Places, count: number, each: number): Places =>
    tableOf(
      [...places.demand],
      [...places.cap, ...Array.from({ length: count }, () => each)],
      places.demand.flatMap((_, p) => [
        ...places.open.slice(p * places.reviewers, (p + 1) * places.reviewers),
        ...Array.from({ length: count }, () => 1),
      ]),
    )
  fc.assert(
    fc.property(someTable, (places) => {
      const found = findShortage(places)
      if (!found) return
      const enough = withNewcomers(places, found.add.reviewers, found.add.cap)
      expect(isPossible(enough, enough.cap)).toBe(true)
      const fewer = withNewcomers(places, found.add.reviewers - 1, Math.max(1, ...places.cap))
      expect(isPossible(fewer, fewer.cap)).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('what is kept has its place already', () => {
  // Both plans want a second reviewer beside R0; R1 has room for one.
  expect(findShortage(tableOf([2, 2], [2, 1], [1, 1, 1, 1], [1, 0, 1, 0]))).toEqual({
    plans: [0, 1],
    reviewers: [1],
    demand: 2,
    capacity: 1,
    raise: [{ reviewer: 1, by: 1 }],
    add: { reviewers: 1, cap: 1 },
  })
})

test('the raise is spread evenly where it can be', () => {
  // Six plans of two; three reviewers with room for two each: six places are missing.
  const found = findShortage(
    tableOf(
      [2, 2, 2, 2, 2, 2],
      [2, 2, 2],
      Array.from({ length: 18 }, () => 1),
    ),
  )
  expect(found?.raise).toEqual([0, 1, 2].map((reviewer) => ({ reviewer, by: 2 })))
})
