import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RemedyRung, remedyRungs } from '@/db/schema/build-out'
import { isGrave, leadsTo, nextRung, nextRungFrom } from './ladder'

test('R12.2 the ladder is climbed rung by rung to its top', () => {
  const climbed: RemedyRung[] = []
  for (let rung = nextRung(null); rung; rung = nextRung(rung)) climbed.push(rung)
  expect(climbed).toEqual(['cure-notice', 'added-conditions', 'transfer-lock', 'revocation'])
  expect(climbed.map(isGrave)).toEqual([false, false, true, true])
})

test('a commitment leads to every rung up to its furthest, and to none beyond', () => {
  fc.assert(
    fc.property(fc.constantFrom(...remedyRungs), fc.constantFrom(...remedyRungs), (furthest, rung) => {
      const climbed = remedyRungs.slice(0, remedyRungs.indexOf(furthest) + 1)
      expect(leadsTo(furthest, rung)).toBe(climbed.includes(rung))
    }),
  )
})

test('the next rung waits for the longer of the cure and the appeal period', () => {
  const [early, late] = [new Date(1), new Date(2)]
  const from = (appealBy: Date, cureEndsAt: Date | null) =>
    nextRungFrom({ rung: 'cure-notice', appealBy, cureEndsAt })
  expect([from(early, late), from(late, early), from(early, null)]).toEqual([late, late, early])
})
