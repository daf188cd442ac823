import { expect, test } from 'vitest'
import { readSectionForm, sameContent } from './rules'
import { sections } from './sections'

const { questions } = sections.marketing

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('a section is read out of its form, without empty rows and strange fields', () => {
  const form = formOf({
    strategy: 'One\r\ntwo',
    'budget.0.what': 'Posters',
    'budget.0.amount': '12',
    'budget.1.what': ' ',
    'budget.2.what': 'Radio',
    other: 'x',
  })
  expect(readSectionForm(questions, form)).toEqual({
    strategy: 'One\ntwo',
    budget: [
      { what: 'Posters', channel: '', amount: '12' },
      { what: 'Radio', channel: '', amount: '' },
    ],
  })
})

test('line ends do not make a difference', () => {
  const read = (text: string) => readSectionForm(questions, formOf({ strategy: text }))
  expect(sameContent(read('a\r\nb'), read('a\nb'))).toBe(true)
  expect(sameContent(read('a'), read('b'))).toBe(false)
})
