import { expect, test } from 'vitest'
import { currentRules } from './current'
import { readRulebook } from './read-rulebook'

const { title, introduction, sections } = readRulebook(currentRules.text)
const paragraphs = sections.flatMap((section) => section.paragraphs)

test('reads the rulebook in force whole', () => {
  expect(title).toBe('The Programme rulebook, version 1')
  expect(introduction[0]).toMatch(/^What the portal enforces/)
  expect(sections.map(({ id }) => id)).toEqual(Array.from({ length: 17 }, (_, index) => `R${index + 1}`))
  expect(paragraphs).toHaveLength(currentRules.text.match(/^- R\d+\.\d+ /gm)!.length)
  expect(new Set(paragraphs.map(({ number }) => number)).size).toBe(paragraphs.length)
})

test('keeps the items of a paragraph under it', () => {
  const formats = paragraphs.find(({ number }) => number === 'R7.3')!
  expect(formats.text).toMatch(/^Formats, all of them/)
  expect(formats.items).toHaveLength(5)
  expect(formats.items[4]).toMatch(/^`open-ascending`: English/)
})
