import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allLabels } from '@/domain/labels/rules'
import { makeReferenceNumber, readReferenceNumber } from './reference-number'

const labels = fc.constantFrom(...allLabels)
const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const bytes = fc.uint8Array({ minLength: 3, maxLength: 3 })
const references = fc.tuple(labels, instants, bytes).map((parts) => makeReferenceNumber(...parts))

test('a reference number shows year and label, and no character that is easily misread', () => {
  const at = new Date('2026-12-31T23:59:59Z')
  expect(makeReferenceNumber('q7', at, Uint8Array.of(0x98, 0xfe, 0xe0))).toBe('PIR-2026-Q7-K3ZE-9')
  fc.assert(
    fc.property(references, (reference) => {
      expect(reference).toMatch(/^PIR-20\d\d-[A-Z0-9]{1,2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/)
    }),
  )
})

test('a code whose check has no character is passed over', () => {
  const at = new Date('2026-12-31T23:59:59Z')
  expect(makeReferenceNumber('q7', at, Uint8Array.of(0x98, 0xfe, 0xd0))).toBe('PIR-2026-Q7-K3ZE-9')
})

describe('reading a reference number', () => {
  test('gives it back, however it was typed', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(readReferenceNumber(reference)).toBe(reference)
        expect(readReferenceNumber(` ${reference.toLowerCase().replaceAll('-', ' ')} `)).toBe(reference)
        expect(readReferenceNumber(reference.replaceAll('-', ''))).toBe(reference)
      }),
    )
  })

  test('takes O for 0 and I or L for 1 in the random part, never in the label', () => {
    const zero = makeReferenceNumber('0o', new Date('2026-06-01'), Uint8Array.of(0, 0, 0x10))
    expect(zero).toMatch(/^PIR-2026-0O-0001-.$/)
    expect(readReferenceNumber(zero.replace('0001', 'OO0L'))).toBe(zero)
    expect(readReferenceNumber(zero.replace('0O', '00'))).toBeNull()
    expect(readReferenceNumber(zero.replace('0O', 'OO'))).toBeNull()
  })

  test('finds every single wrong character', () => {
    const places = [4, 5, 6, 7, 9, 10, 12, 13, 14, 15, 17]
    fc.assert(
      fc.property(
        instants,
        bytes,
        fc.constantFrom(...places),
        fc.constantFrom(...'ABCDEFGHJKMNPQRSTVWXYZ0123456789'),
        (at, random, place, wrong) => {
          const reference = makeReferenceNumber('q7', at, random)
          fc.pre(reference[place] !== wrong)
          expect(
            readReferenceNumber(reference.slice(0, place) + wrong + reference.slice(place + 1)),
          ).toBeNull()
        },
      ),
    )
  })

  test('finds every swap of two characters', () => {
    const places = [4, 5, 6, 7, 9, 10, 12, 13, 14, 15, 17]
    const pair = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...places))
    fc.assert(
      fc.property(instants, bytes, pair, (at, random, [i, j]) => {
        const reference = makeReferenceNumber('q7', at, random)
        fc.pre(reference[i] !== reference[j])
        const swapped = [...reference]
        swapped[i] = reference[j] ?? ''
        swapped[j] = reference[i] ?? ''
        expect(readReferenceNumber(swapped.join(''))).toBeNull()
      }),
    )
  })

  test.each([
    '',
    'PIR',
    'PIR-2026-Q7-K3ZD',
    'PIR-26-Q7-K3ZD-4',
    'PIR-2026-Q77-K3ZDX-4',
    'XYZ-2026-Q7-K3ZD-4',
    'PIR-2026-Q7-K3Z*-4',
  ])('knows that %j is none', (text) => expect(readReferenceNumber(text)).toBeNull())
})
