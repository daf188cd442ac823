import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PassReason } from '@/db/schema/awards'
import {
  type AnyCommand,
  type AnyTerms,
  decide,
  evolve,
  type History,
  open,
  outcome,
  replay,
} from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import { priceOf, type ReferenceTerms, rank } from '@/engine/formats/open-ascending.reference'
import { drawOrder } from '@/engine/tie-break'
import { nextInOrder } from './next-in-order'

/** R7.8 written a second time, from the bids alone: everyone who was asked is struck, and the rest is ranked again. */
type Bid = { bidder: string; amount: bigint }
type Rule = 'own-exit' | 'recompute'

const NAMES = ['A', 'B', 'C', 'D', 'E']
const SCORES: Record<string, number> = { A: 6_000, B: 7_000, C: 8_250, D: 9_100, E: 10_000 }
const [RESERVE, SEED, OPENS, CLOSES] = [20n, 'ab'.repeat(32), new Date(0), new Date(3_600_000)]
const weightOf = (bidder: string) =>
  10_000n + BigInt(Math.floor((2_000 * (SCORES[bidder]! - 6_000)) / (10_000 - 6_000)))
const formats = [
  'sealed-first-price',
  'sealed-second-price',
  'sealed-quality-weighted',
  'ascending-clock',
  'open-ascending',
] as const
type Format = (typeof formats)[number]

function termsOf(format: Format): AnyTerms {
  const common = {
    rulesVersion: 1 as const,
    lot: 'q7',
    reserveMinor: RESERVE,
    runnerUp: 'own-exit' as const,
    bidders: NAMES.map((id) => ({ id, depositMinor: 200_000_000n, scoreHundredths: SCORES[id]! })),
  }
  if (format === 'open-ascending')
    return {
      ...common,
      format,
      opensAt: OPENS,
      closesAt: CLOSES,
      hardEndsAt: null,
      increments: [
        { fromMinor: 0n, stepMinor: 3n },
        { fromMinor: 50n, stepMinor: 7n },
      ],
      softClose: { windowSeconds: 0, extendSeconds: 0 },
    }
  if (format === 'ascending-clock') return { ...common, format, tieRule: 'draw' }
  const quality = format === 'sealed-quality-weighted' ? { passHundredths: 6_000, cmaxBp: 2_000 } : null
  return { ...common, format, tieRule: 'draw', quality }
}

/** The paddles as they are drawn: the same in every auction here. */
const DRAWN = drawOrder(SEED, 'q7', NAMES)

/** The auction held with these bids, and those among them that were accepted. */
function hold(format: Format, bids: readonly Bid[]) {
  const [clock, live] = [format === 'ascending-clock', format === 'open-ascending']
  let history = open(termsOf(format), live ? OPENS : (null as never)) as History<AnyTerms>
  let state = replay<AnyTerms>(history)
  const act = (command: unknown) => {
    const decision = decide<AnyTerms>(state, command as AnyCommand)
    if (isRefusal(decision)) return false
    history = [...history, ...decision] as History<AnyTerms>
    for (const event of decision) state = evolve(state, event)
    return true
  }
  if (clock) act({ type: 'open-round', at: null, startMinor: 0n, endMinor: 10_000n })
  const accepted = bids.filter(({ bidder, amount }) => {
    const free = { bidder, availableMinor: null }
    if (live) return act({ ...free, type: 'place-bid', maxMinor: amount, at: new Date(1) })
    if (clock) return act({ ...free, type: 'bid-in-round', round: 1, amountMinor: amount, at: null })
    return act({ ...free, type: 'submit-bid', amountMinor: amount, at: null })
  })
  if (clock) act({ type: 'end-round', at: null })
  expect(act({ type: 'close', at: live ? CLOSES : null, seedHex: SEED })).toBe(true)
  return { history, accepted }
}

/** The bids that count: of each bidder the last; in a clock who is silent leaves at its start price. */
function standing(format: Format, accepted: readonly Bid[]): Bid[] {
  const last = new Map(accepted.map(({ bidder, amount }) => [bidder, amount]))
  if (format === 'ascending-clock') for (const name of NAMES) last.set(name, last.get(name) ?? 0n)
  return [...last].map(([bidder, amount]) => ({ bidder, amount }))
}

function expectedOffer(format: Format, rule: Rule, accepted: readonly Bid[], struck: readonly string[]) {
  const rest = accepted.filter(({ bidder }) => !struck.includes(bidder))
  if (format === 'open-ascending') {
    const bids = rest.map(({ bidder, amount }, at) => ({ bidder, max: amount, at }))
    const [best] = rank(bids)
    const steps = [
      { from: 0n, step: 3n },
      { from: 50n, step: 7n },
    ]
    const price = priceOf({ reserve: RESERVE, steps } as unknown as ReferenceTerms, bids)
    return best ? { bidder: best.bidder, priceMinor: rule === 'own-exit' ? best.max : price! } : null
  }
  const weigh = ({ bidder, amount }: Bid) =>
    amount * (format === 'sealed-quality-weighted' ? weightOf(bidder) : 1n)
  const [best, second] = standing(format, accepted)
    .filter(({ bidder }) => !struck.includes(bidder))
    .sort((a, b) => Number(weigh(b) - weigh(a)) || DRAWN.indexOf(a.bidder) - DRAWN.indexOf(b.bidder))
  if (!best || best.amount < RESERVE) return null
  if (rule === 'own-exit' || format === 'sealed-first-price')
    return { bidder: best.bidder, priceMinor: best.amount }
  let price = RESERVE
  while (second && weigh({ ...best, amount: price }) < weigh(second)) price += 1n
  return { bidder: best.bidder, priceMinor: price }
}

const someBids = fc.array(fc.record({ bidder: fc.constantFrom(...NAMES), amount: fc.bigInt(0n, 120n) }), {
  maxLength: 14,
})
const someUnfit = fc.dictionary(
  fc.constantFrom(...NAMES),
  fc.constantFrom<PassReason>('struck', 'withdrawn', 'related'),
)

describe.each(formats)('the next in order, %s', (format) => {
  test.each(['own-exit', 'recompute'] as const)(
    'R7.8 is whom brute force finds, default after default: %s',
    (rule) => {
      fc.assert(
        fc.property(someBids, someUnfit, (bids, unfitOf) => {
          const { history, accepted } = hold(format, bids)
          const unfit = new Map(Object.entries(unfitOf))
          const asked = [outcome(history).winner].filter((winner) => winner !== null)
          for (let turn = 0; turn <= NAMES.length; turn += 1) {
            const { offer, passedOver } = nextInOrder(history, rule, asked, unfit)
            const passed: string[] = []
            const naive = () => expectedOffer(format, rule, accepted, [...asked, ...passed])
            let next = naive()
            for (; next && unfit.has(next.bidder); next = naive()) passed.push(next.bidder)
            expect({ offer, passedOver }).toEqual({
              offer: next,
              passedOver: passed.map((bidder) => ({ bidder, reason: unfit.get(bidder) })),
            })
            if (!offer) return
            expect(asked).not.toContain(offer.bidder)
            asked.push(...passed, offer.bidder)
          }
        }),
        { numRuns: 150 },
      )
    },
  )
})

test('a lot allotted to the only one qualified has nobody next', () => {
  const terms = {
    ...termsOf('sealed-second-price'),
    bidders: [{ id: 'A', depositMinor: 1n, scoreHundredths: 6_000 }],
  }
  const history = open(terms as AnyTerms, null as never) as History<AnyTerms>
  for (const rule of ['own-exit', 'recompute'] as const)
    expect(nextInOrder(history, rule, ['A'], new Map())).toEqual({ offer: null, passedOver: [] })
})
