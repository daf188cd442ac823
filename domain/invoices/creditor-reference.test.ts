import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditorReference, creditorReferencesIn, inGroups, isCreditorReference } from './creditor-reference'

const number = fc
  .tuple(fc.integer({ min: 2026, max: 2099 }), fc.integer({ min: 1, max: 99_999 }))
  .map(([year, sequence]) => `INV-${year}-${String(sequence).padStart(4, '0')}`)

describe('creditor references (R10.2, ISO 11649)', () => {
  it('knows the standard’s own examples', () => {
    expect(isCreditorReference('RF18539007547034')).toBe(true)
    expect(isCreditorReference('RF712348231')).toBe(true)
    expect(isCreditorReference('RF19539007547034')).toBe(false)
    expect(creditorReference('539007547034')).toBe('RF18539007547034')
  })

  it('sees every single mistyped digit and every exchange of two beside each other', () => {
    fc.assert(
      fc.property(number, fc.nat(), fc.constantFrom(...'0123456789'), (made, at, other) => {
        const reference = creditorReference(made)
        const place = 7 + (at % (reference.length - 7))
        const mistyped = reference.slice(0, place) + other + reference.slice(place + 1)
        expect(isCreditorReference(reference)).toBe(true)
        expect(isCreditorReference(mistyped)).toBe(mistyped === reference)
        const [one, two] = [reference[place]!, reference[place + 1] ?? '']
        const exchanged = reference.slice(0, place) + two + one + reference.slice(place + 2)
        expect(isCreditorReference(exchanged)).toBe(exchanged === reference)
      }),
    )
  })

  it('finds one in what a payer wrote, in groups, in lower case and within words', () => {
    fc.assert(
      fc.property(number, (made) => {
        const reference = creditorReference(made)
        for (const written of [inGroups(reference), reference.toLowerCase(), `/${reference}/ q7.org, thanks`])
          expect(creditorReferencesIn(`Payment ${written}`)).toContain(reference)
      }),
    )
    expect(creditorReferencesIn('RF00INV20260001 and perf2026')).toEqual([])
  })
})
