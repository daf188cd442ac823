import { describe, expect, it } from 'vitest'
import { sameSitePath } from './same-site-path'

describe('sameSitePath', () => {
  it.each(['/', '/labels/q7', '/catalogue?status=open#main'])('keeps %s', (path) => {
    expect(sameSitePath(path)).toBe(path)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    '/a\nb',
    '/a\\b',
    null,
  ])('answers / to %j', (path) => {
    expect(sameSitePath(path)).toBe('/')
  })
})
