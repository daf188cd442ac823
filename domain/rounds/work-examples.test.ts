import { expect, test } from 'vitest'
import { defaultSettings } from './default-settings'
import { clockExample } from './work-clock-example'
import { sealedExample } from './work-sealed-example'

const reserve = 500_000n

test('the highest of the example pays its bid, or the second price', () => {
  const first = sealedExample('sealed-first-price', defaultSettings('sealed-first-price'), reserve)
  expect(first).toMatchObject({ winner: 'Paddle 31', priceMinor: 850_000n })
  const second = sealedExample('sealed-second-price', defaultSettings('sealed-second-price'), reserve)
  expect(second).toMatchObject({ winner: 'Paddle 31', priceMinor: 800_000n })
})

test('a better plan wins with a lower bid and pays less than it', () => {
  const settings = { ...defaultSettings('sealed-quality-weighted'), qualityCoefficientMaxBp: 2000 }
  const { bids, winner, priceMinor } = sealedExample('sealed-quality-weighted', settings, reserve)
  expect(winner).toBe('Paddle 14')
  expect(bids.map(({ weight }) => weight?.countsMinor)).toEqual([928_000n, 850_000n, 687_500n])
  expect(priceMinor).toBe(732_759n)
})

test('the clock of the example stops after two rounds, at the price at which the second leaves', () => {
  const example = clockExample(defaultSettings('ascending-clock'), reserve)
  expect(example?.rounds.map(({ remaining }) => remaining)).toEqual([2, 1])
  expect(example?.winner).toBe('Paddle 31')
  expect(example?.priceMinor).toBe(example?.rounds[1]?.exit?.atMinor)
})
