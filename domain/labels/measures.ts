import { z } from 'zod'
import { refuse } from '@/lib/errors'

/** What a package of measures against confusion says, and how each part is called (R2.2, R13.1). */
export const measureWords = {
  representation: 'What the registrant promises',
  monitoring: 'How its use is watched',
  contact: 'Who answers governments and country-code managers',
  reportTo: 'Where confusing use is reported',
} as const

export type Measure = keyof typeof measureWords

export const measureNames = Object.keys(measureWords) as Measure[]

/** In a form every part is there; left empty it does not count. */
const Part = z.string().trim().max(1000, 'Use at most 1,000 characters.').default('')

export const MeasuresInput = z
  .strictObject({ representation: Part, monitoring: Part, contact: Part, reportTo: Part })
  .optional()

/** The package, whole. Refuses with `label.measures-missing`, naming what it lacks. */
export function requireMeasures(given: z.output<typeof MeasuresInput>): Record<Measure, string> {
  const missing = measureNames.filter((name) => (given?.[name] ?? '').length < 10)
  if (given && missing.length === 0) return given
  const fields = missing.map((name) => [
    `measures.${name}`,
    `Say in at least 10 characters: ${lowerFirst(measureWords[name])}.`,
  ])
  throw refuse('label.measures-missing', {}, Object.fromEntries(fields))
}

/** A package part by part, as it is read. */
export function describeMeasures(measures: Record<Measure, string>): { term: string; value: string }[] {
  return measureNames.map((name) => ({ term: measureWords[name], value: measures[name] }))
}

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
