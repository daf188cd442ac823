import { expect, test } from 'vitest'
import { findTies, type Party } from './find-ties'

const party = (id: string, owners: string[], ...emails: string[]): Party => ({
  id,
  owners,
  people: emails.map((email) => ({ userId: email, email })),
})
const groundsOf = (a: Party, b: Party) => findTies(a, b).map(({ grounds }) => grounds)

test.each([
  ['the same spelling', 'Zoë Q. Sample', 'Zoë Q. Sample'],
  ['another case, accents and order', 'Zoë Q. Sample', 'SAMPLE, Zoe Q'],
])('an owner is found by %s', (_how, one, other) => {
  expect(groundsOf(party('a', [one]), party('b', ['Someone Else', other]))).toEqual(['beneficial-owner'])
})

test('an e-mail domain ties, a public one does not', () => {
  const [a, b] = [party('a', [], 'x@rivers.example'), party('b', [], 'y@rivers.example')]
  expect(groundsOf(a, b)).toEqual(['email-domain'])
  expect(groundsOf(party('a', [], 'x@gmail.com'), party('b', [], 'y@gmail.com'))).toEqual([])
})

test('an address below the other’s domain ties as well; a like ending does not', () => {
  const university = party('a', [], 'x@uni.example')
  expect(groundsOf(university, party('b', [], 'y@bio.uni.example'))).toEqual(['email-domain'])
  expect(groundsOf(party('b', [], 'y@bio.uni.example'), university)).toEqual(['email-domain'])
  expect(groundsOf(university, party('b', [], 'y@notuni.example'))).toEqual([])
  expect(groundsOf(party('a', [], 'x@mail.gmail.com'), party('b', [], 'y@gmail.com'))).toEqual([])
})

test('a person who acts for both ties, whatever the address', () => {
  const both = 'x@gmail.com'
  expect(groundsOf(party('a', [], both), party('b', [], both, 'z@lakes.example'))).toEqual(['person'])
})

test('strangers are not related; empty names are no owner', () => {
  expect(groundsOf(party('a', ['Ann Sample', ' ']), party('b', ['Bob Sample', '']))).toEqual([])
})
