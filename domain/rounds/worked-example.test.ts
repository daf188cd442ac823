import { expect, test } from 'vitest'
import { defaultSettings } from './default-settings'
import { openAscendingExample } from './worked-example'

test('the example is decided by the rule: steps of US$500 above a reserve of US$5,000', () => {
  expect(openAscendingExample(defaultSettings(), 500_000n)).toEqual([
    { who: 'Paddle 14', maxMinor: 800_000n, priceMinor: 500_000n, leader: 'Paddle 14' },
    { who: 'Paddle 31', maxMinor: 650_000n, priceMinor: 700_000n, leader: 'Paddle 14' },
    { who: 'Paddle 31', maxMinor: 950_000n, priceMinor: 850_000n, leader: 'Paddle 31' },
    { who: 'Paddle 14', maxMinor: 900_000n, priceMinor: 950_000n, leader: 'Paddle 31' },
  ])
})
