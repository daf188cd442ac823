import { describe, expect, it } from 'vitest'
import { deliveryOf, kindOf, type LetterKind, letterKinds, optionalKinds } from './letter-kinds'

describe('kinds of letters', () => {
  it('what nobody sorted is a deadline, and goes at once whatever the person wishes', () => {
    expect(kindOf('something-new')).toBe('deadlines')
    expect(deliveryOf('deadlines', new Map([['deadlines', 'inbox']]))).toBe('at-once')
  })

  it('security and deadlines cannot be switched off; the rest can', () => {
    const wishes = new Map(Object.keys(letterKinds).map((kind) => [kind, 'digest' as const]))
    for (const kind of Object.keys(letterKinds) as LetterKind[])
      expect(deliveryOf(kind, wishes), kind).toBe(optionalKinds.includes(kind) ? 'digest' : 'at-once')
    expect(optionalKinds).not.toContain('security')
    expect(optionalKinds).not.toContain('deadlines')
  })

  it('no template stands in two kinds', () => {
    const all = Object.values(letterKinds).flatMap(({ templates }): readonly string[] => templates)
    expect(new Set(all).size).toBe(all.length)
    expect(kindOf('decision')).toBe('deadlines')
    expect(kindOf('new-device')).toBe('security')
  })
})
