import { expect, test } from 'vitest'
import { describeOwnSeverity } from './severity-words'

test.each([
  [{ effect: null, error: null }, /cannot be told/],
  [{ effect: 3, error: 2 }, /not clearly different/],
  [{ effect: -8.04, error: 2 }, /about 8\.0 points of 100 fewer .* give or take 4\.0/],
  [{ effect: 8, error: 2 }, /more than the average reviewer/],
  [{ effect: 8, error: null }, /How sure that is cannot be told/],
])('says no more than is known of %o', (severity, sentence) => {
  expect(describeOwnSeverity(severity)).toMatch(sentence)
})
