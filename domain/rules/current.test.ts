import { expect, test } from 'vitest'
import { currentRules } from './current'

test('the rulebook in force has a version, a hash of its bytes and every chapter', () => {
  expect(currentRules.version).toBe('1')
  expect(currentRules.hash).toMatch(/^[0-9a-f]{64}$/)
  for (let chapter = 1; chapter <= 17; chapter++) expect(currentRules.text).toContain(`\n## R${chapter} `)
})
