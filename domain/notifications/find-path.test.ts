import { describe, expect, it } from 'vitest'
import { findPath } from './find-path'

const origin = 'https://names.example.org'
const key = 'k'.repeat(43)

describe('where a letter leads', () => {
  it('to the first page of ours that it names', () => {
    const text = `See https://other.example/x, then ${origin}/portal/applications/app_1#result.\n${origin}/help`
    expect(findPath(text, origin)).toBe('/portal/applications/app_1#result')
  })

  it('nowhere with a key, to another site, or to the front page', () => {
    expect(findPath(`${origin}/register/confirm?token=${key}`, origin)).toBeUndefined()
    expect(findPath(`${origin}/invitation/${key} or ${origin}/help/mail`, origin)).toBe('/help/mail')
    expect(findPath('https://names.example.org.evil.example/portal', origin)).toBeUndefined()
    expect(findPath(`${origin}//evil.example`, origin)).toBeUndefined()
    expect(findPath(`${origin}/`, origin)).toBeUndefined()
    expect(findPath('Nothing to open.', origin)).toBeUndefined()
  })
})
