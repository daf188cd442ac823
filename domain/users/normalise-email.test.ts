import { describe, expect, test } from 'vitest'
import { normaliseEmail } from './normalise-email'

describe('an e-mail address', () => {
  test.each([
    [' Ann@Example.ORG ', 'ann@example.org'],
    ['a.b+c@sub.example.org', 'a.b+c@sub.example.org'],
    ["o'neil@xn--bcher-kva.example", "o'neil@xn--bcher-kva.example"],
  ])('%s is %s', (typed, address) => {
    expect(normaliseEmail(typed)).toBe(address)
  })

  test.each([
    '',
    'ann',
    'ann@',
    '@example.org',
    'ann@example',
    'ann@@example.org',
    'ann@example.org@evil.example',
    '"e@attacker.example"@victim.example',
    'ann＠example.org',
    'ａnn@example.org',
    'ann@exämple.org',
    'a@b.example,evil.example',
    'a@b.example;c@d.example',
    'a@b.example\nbcc: c@d.example',
    '<a@b.example>',
    'Ann <a@b.example>',
    'a b@example.org',
    '.ann@example.org',
    'ann.@example.org',
    'a..b@example.org',
    'ann@-example.org',
    'ann@example-.org',
    'ann@example..org',
    'ann@127.0.0.1',
    'ann@[127.0.0.1]',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(250)}.org`,
    'ann@example.org\u0000',
    'ann\u200b@example.org',
  ])('%j is none', (typed) => {
    expect(normaliseEmail(typed)).toBeUndefined()
  })
})
