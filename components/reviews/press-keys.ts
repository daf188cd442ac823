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

/** The keys, for the sheet that lists them. They work only while a criterion has the focus, and never in a text. */
export const keys = [
  { key: '0 – 5', does: 'Score the criterion in focus' },
  { key: 'n', does: 'Not applicable' },
  { key: 'j k', does: 'Next, previous criterion' },
  { key: '[ ]', does: 'Previous, next plan' },
  { key: 'c', does: 'Write the reason; Esc leads back' },
  { key: 'e', does: 'Cite a passage of the plan' },
  { key: '/', does: 'Search in the plan' },
  { key: 's', does: 'Save now' },
  { key: 'Shift s', does: 'Save and go to the next plan' },
  { key: '?', does: 'This list' },
] as const

type Acts = { save(): void; saveAndNext(): void; turn(to: 'next' | 'previous'): void }

/** Does what the pressed key stands for, and says whether it did something. */
export function pressKey(event: KeyboardEvent, form: HTMLFormElement, acts: Acts): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return false
  const criteria = [...form.querySelectorAll<HTMLElement>('[data-criterion]')]
  const index = criteria.findIndex((criterion) => criterion.contains(event.target as Node))
  const criterion = criteria[index]
  if (!criterion) return false
  if (event.target.closest('textarea')) return event.key === 'Escape' && focusScore(criterion)
  if (!areKeysOn()) return false
  if (/^[0-5]$/.test(event.key)) return score(criterion, event.key)
  switch (event.key) {
    case 'n':
      return score(criterion, 'na')
    case 'j':
      return focusScore(criteria[index + 1])
    case 'k':
      return focusScore(criteria[index - 1])
    case 'c':
      return focus(criterion.querySelector('textarea'))
    case 'e':
      return press(criterion.querySelector<HTMLElement>('.cited > .btn'))
    case '/':
      return focus(document.getElementById('plan-search'))
    case '?':
      document.getElementById('keys')?.showPopover()
      return true
    case '[':
      return turned(acts, 'previous')
    case ']':
      return turned(acts, 'next')
    case 's':
      acts.save()
      return true
    case 'S':
      acts.saveAndNext()
      return true
  }
  return false
}

function turned(acts: Acts, to: 'next' | 'previous'): true {
  acts.turn(to)
  return true
}

function score(criterion: HTMLElement, value: string): boolean {
  const radio = criterion.querySelector<HTMLInputElement>(`input[value="${value}"]`)
  radio?.click()
  return focus(radio)
}

function press(button: HTMLElement | null): boolean {
  button?.click()
  return button !== null
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
