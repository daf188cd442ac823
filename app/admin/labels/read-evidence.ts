import { measureNames } from '@/domain/labels/measures'

/** How many documents the form has room for. */
export const DOCUMENTS = 4

/** The documents of the release form, `evidence.0.title` and so on; one that was left empty does not count. */
export function readEvidence(form: FormData) {
  return Array.from({ length: DOCUMENTS }, (_, index) => {
    const text = (name: string) => String(form.get(`evidence.${index}.${name}`) ?? '').trim()
    const fileId = text('fileId')
    return {
      kind: text('kind'),
      title: text('title'),
      party: text('party'),
      dated: text('dated'),
      ...(fileId && { fileId }),
    }
  }).filter((document) => Object.values(document).some((value) => value !== ''))
}

/** The parts of the package of measures, `measures.contact` and so on. */
export function readMeasures(form: FormData) {
  return Object.fromEntries(measureNames.map((name) => [name, String(form.get(`measures.${name}`) ?? '')]))
}
