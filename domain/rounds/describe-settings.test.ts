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

  test('R11 how names are created: the usual terms where the round has none', () => {
    const said = (allocation?: { tokenDays: number; premium: boolean; createFeeMinor: string }) =>
      value(
        describeSettings({ ...defaultSettings(), allocation }, 'open-ascending'),
        'Creation by the registrar',
      )
    expect(said()).toBe(
      'With a token that works once, within 30 days of the payment; premium, with nothing more to pay',
    )
    expect(said({ tokenDays: 14, premium: true, createFeeMinor: '120000' })).toContain(
      'within 14 days of the payment; premium, for a fee of US$1,200.00',
    )
    expect(said({ tokenDays: 14, premium: false, createFeeMinor: '120000' })).toContain('the usual price')
  })

  test('each names its paragraph', () => {
    for (const { rule } of describeSettings(defaultSettings(), 'open-ascending'))
      expect(rule).toMatch(/^R\d+\.\d+$/)
  })
})
