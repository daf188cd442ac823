import { describe, expect, test } from 'vitest'
import { checkSection, problemsOf as problemsOnTheWay } from './check-section'
import { countWords } from './count-words'
import { sections } from './sections'

const circumstances = { resultsAt: new Date('2027-01-20T16:00:00Z') }
const problemsOf = (section: keyof typeof sections, content: Parameters<typeof checkSection>[1]) => {
  const checked = checkSection(sections[section], content, circumstances)
  return checked.complete ? {} : checked.problems
}
const milestone = { milestone: 'Site answers', due: '2027-01-29', proof: 'HTTP' }
const launch = (change: object) => ({ plan: 'Soon.', milestones: [{ ...milestone, ...change }] })

test('words are counted alike in any script', () => {
  expect(countWords('Small rivers have no press office.')).toBe(6)
  expect(countWords('  \n')).toBe(0)
  expect(countWords('- one\n- two')).toBe(2)
  expect(countWords('Річка чиста')).toBe(2)
})

describe('a section', () => {
  test('needs an answer to everything required', () => {
    expect(Object.keys(problemsOf('purpose', {}))).toEqual(['purpose', 'benefit', 'audience'])
    expect(Object.keys(problemsOf('eligibility', { exists: 'on' }))).toEqual(['entitled', 'lawful'])
    expect(problemsOf('purpose', { purpose: ' ', benefit: 'x', audience: 'x' })).toHaveProperty('purpose')
  })

  test('may use exactly its words', () => {
    const content = (words: number) => ({ strategy: 'word '.repeat(words), budget: [] })
    expect(problemsOf('marketing', content(600))).not.toHaveProperty('strategy')
    expect(problemsOf('marketing', content(601))).toHaveProperty('strategy')
  })

  test('asks for an explanation only of a yes', () => {
    expect(problemsOf('conflict', { connected: 'no' })).toEqual({})
    expect(problemsOf('conflict', { connected: 'yes' })).toHaveProperty('explain')
    expect(problemsOf('conflict', { connected: 'perhaps' })).toHaveProperty('connected')
  })

  test('an amount that cannot be read is wrong before the section is completed; what is missing is not', () => {
    const budget = (amount: string) => [{ what: '', channel: '', amount }]
    const problems = (amount: string) =>
      problemsOnTheWay(
        sections.marketing,
        { content: { strategy: '', budget: budget(amount) }, completed: false },
        circumstances,
      )
    expect(problems('4.500,50')).toEqual({ 'budget.0.amount': expect.stringContaining('two ways') })
    expect(problems('4,500.50')).toEqual({})
    expect(problems('')).toEqual({})
  })

  test('takes countries of the list alone', () => {
    const owners = (country: string) => ({ owners: [{ name: 'A. Person', country, share: 'Chair' }] })
    expect(problemsOf('owners', owners('NL'))).toEqual({})
    expect(problemsOf('owners', owners('Netherlands'))).toHaveProperty(['owners.0.country'])
  })

  test('freezes amounts as cents', () => {
    const content = { strategy: 'x', budget: [{ what: 'Posters', channel: 'Print', amount: '$1,250' }] }
    expect(checkSection(sections.marketing, content, circumstances)).toMatchObject({
      complete: true,
      content: { budget: [{ amount: '125000' }] },
    })
    expect(checkSection(sections.deposit, { amount: '25 000' }, circumstances)).toMatchObject({
      content: { amount: '2500000' },
    })
    expect(problemsOf('deposit', { amount: '0' })).toHaveProperty('amount')
    expect(problemsOf('deposit', { amount: '1.250' })).toHaveProperty('amount')
  })

  test.each([
    ['2027-01-20', 'on the day of the results'],
    ['2026-12-31', 'before the results'],
    ['2027-02-30', 'no such day'],
    ['29 Jan 2027', 'not as the field sends it'],
    ['2099-01-01', 'too far away'],
  ])('refuses %s as a milestone: %s', (due) => {
    expect(problemsOf('launch', launch({ due }))).toHaveProperty(['milestones.0.due'])
  })

  test('takes dates after the results, and wants whole rows', () => {
    expect(problemsOf('launch', launch({}))).toEqual({})
    expect(problemsOf('launch', launch({ proof: '' }))).toHaveProperty(['milestones.0.proof'])
    expect(problemsOf('launch', { plan: 'x', milestones: [] })).toHaveProperty(['milestones.0.milestone'])
  })
})
