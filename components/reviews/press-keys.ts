/** Whether single keys work is the reviewer's choice on this device (WCAG 2.1.4). */
const STORED = 'review-keys'

export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}

export function switchKeys(on: boolean): void {
  try {
    localStorage.setItem(STORED, on ? 'on' : 'off')
  } catch {
    // Storage switched off: the keys stay on for this page.
  }
}

/** The keys, for the sheet that lists them. They work only while the focus is among the scores, and never in a text. */
export const keys = [
  { key: '0 – 5', does: 'Score the criterion in focus' },
  { key: '[ ]', does: 'Previous, next criterion' },
  { key: 'c', does: 'Write the reason; Esc leads back' },
  { key: 's', does: 'Save now' },
  { key: 'j k', does: 'Next, previous plan' },
] as const

type Acts = { save(): void; turn(to: 'next' | 'previous'): void }

/** Does what the pressed key stands for, and says whether it did something. */
export function pressKey(event: KeyboardEvent, form: HTMLFormElement, acts: Acts): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return false
  const criteria = [...form.querySelectorAll<HTMLElement>('[data-criterion]')]
  const index = criteria.findIndex((criterion) => criterion.contains(event.target as Node))
  if (event.target.closest('textarea')) {
    if (event.key !== 'Escape') return false
    return focusScore(criteria[index])
  }
  if (!areKeysOn()) return false
  if (/^[0-5]$/.test(event.key)) return score(criteria[index], event.key)
  if (event.key === '[') return focusScore(criteria[index - 1])
  if (event.key === ']') return focusScore(criteria[index + 1])
  if (event.key === 'c') return focus(criteria[index]?.querySelector('textarea'))
  if (event.key === 's') acts.save()
  else if (event.key === 'j') acts.turn('next')
  else if (event.key === 'k') acts.turn('previous')
  else return false
  return true
}

function score(criterion: HTMLElement | undefined, value: string): boolean {
  const radio = criterion?.querySelector<HTMLInputElement>(`input[value="${value}"]`)
  radio?.click()
  return focus(radio)
}

function focusScore(criterion: HTMLElement | undefined): boolean {
  return focus(
    criterion?.querySelector<HTMLInputElement>('input[type="radio"]:checked') ??
      criterion?.querySelector<HTMLInputElement>('input[type="radio"]'),
  )
}

function focus(element: HTMLElement | null | undefined): boolean {
  element?.focus()
  element?.scrollIntoView({ block: 'nearest' })
  return element !== null && element !== undefined
}
