/** How many parts the form has room for. */
export const PARTS = 4

/** The parts of the form, `parts.0.name` and so on; one that was left empty does not count. */
export function readParts(form: FormData) {
  return Array.from({ length: PARTS }, (_, index) => {
    const text = (name: string) => String(form.get(`parts.${index}.${name}`) ?? '').trim()
    return { name: text('name'), share: text('share') }
  }).filter(({ name, share }) => name !== '' || share !== '')
}
