import { expect, test } from 'vitest'
import { actorWords, factsInWords, operationChoices, shortId } from './words'

test.each([
  ['system:demo-bidder', 'Demo bidder'],
  ['system:practice-bidder', 'Practice bidder'],
  ['system:schedule', 'Portal, schedule'],
  ['system:send-mail', 'Portal, send mail'],
  ['anyone', 'Not signed in'],
  ['sub_01m7qrf2r9z0e7nbazy9s2dyhk', 'sub_…s2dyhk'],
])('%s reads “%s”', (actor, words) => expect(actorWords(actor)).toBe(words))

test('a name reads as a name, another id by its end', () => {
  expect(shortId('label:b1')).toBe('b1.org')
  expect(shortId('rnd_01m7qrf2r9z0e7nbazy9s2dyhk')).toBe('rnd_…s2dyhk')
})

test('operations are offered in words, alone and by noun', () => {
  expect(operationChoices()).toContainEqual({ value: 'bid.', label: 'Bid: everything' })
  expect(operationChoices()).toContainEqual({ value: 'bid.place-by-phone', label: 'Bid: place by phone' })
})

test('facts read in one line', () => {
  expect(factsInWords({ position: 56, reason: 'joins' })).toBe('position 56, reason joins')
})
