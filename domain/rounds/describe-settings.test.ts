import { describe, expect, test } from 'vitest'
import { defaultSettings } from './default-settings'
import { describeSettings } from './describe-settings'

const value = (rows: ReturnType<typeof describeSettings>, setting: string) =>
  rows.find((row) => row.setting === setting)?.value

describe('settings in words', () => {
  test('an open ascending round names its increments and soft close', () => {
    const rows = describeSettings(defaultSettings(), 'open-ascending')
    expect(value(rows, 'Increments')).toBe(
      'US$500.00; US$1,000.00 from US$25,000.00; US$2,500.00 from US$100,000.00',
    )
    expect(value(rows, 'Soft close')).toBe(
      'A bid in the last 10 minutes moves the close to 10 minutes after it; there is no hard end',
    )
    expect(value(rows, 'Quality bonus')).toBeUndefined()
  })

  test('a sealed round has neither', () => {
    const rows = describeSettings(
      { ...defaultSettings(), qualityCoefficientMaxBp: 2500 },
      'sealed-quality-weighted',
    )
    expect(value(rows, 'Increments')).toBeUndefined()
    expect(value(rows, 'Quality bonus')).toBe('up to 25 % for the best plan')
  })

  test('every rule that is a choice says which', () => {
    const other = {
      ...defaultSettings(),
      ties: 'plan-score',
      runnerUp: 'recompute',
      publishBidderNames: true,
    } as const
    const [usual, chosen] = [defaultSettings(), other].map((settings) =>
      describeSettings(settings, 'open-ascending'),
    )
    for (const setting of ['Ties', 'If the winner defaults', 'Names of bidders'])
      expect(value(usual!, setting)).not.toBe(value(chosen!, setting))
  })

  test('each names its paragraph', () => {
    for (const { rule } of describeSettings(defaultSettings(), 'open-ascending'))
      expect(rule).toMatch(/^R\d+\.\d+$/)
  })
})
