import { describe, expect, it } from 'vitest'
import { nextTry, problemWith } from './rules'

describe('tries of a delivery', () => {
  it('are eight within a day, further and further apart', () => {
    const times = [new Date(0)]
    for (let next = nextTry(1, times[0]!); next; next = nextTry(times.length, next)) times.push(next)
    expect(times).toHaveLength(8)
    expect(times.at(-1)!.getTime()).toBeLessThanOrEqual(24 * 3_600_000)
    expect(times.at(-1)!.getTime()).toBeGreaterThan(23 * 3_600_000)
  })
})

describe('the address of a webhook', () => {
  it('is https on a public name', () => {
    expect(problemWith('https://hooks.example.org/short-names?key=1')).toBeUndefined()
    for (const address of [
      'nothing',
      'http://example.org/',
      'ftp://example.org/',
      'https://user:secret@example.org/',
      'https://example.org:8443/',
      'https://localhost/',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://[::1]/',
    ])
      expect(problemWith(address), address).toMatch(/\.$/)
  })
})
