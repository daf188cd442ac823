import { type RefObject, useEffect, useRef } from 'react'
import { pressKey } from './press-keys'

/** Single keys, while a criterion of the form has the focus. They turn the plans by the links that stand in the page. */
export function useKeys(form: RefObject<HTMLFormElement | null>, save: () => void) {
  const latest = useRef(save)
  latest.current = save
  useEffect(() => {
    const element = form.current
    if (!element) return
    const acts = {
      save: () => latest.current(),
      saveAndNext: () => element.querySelector<HTMLButtonElement>('button[value="next"]')?.click(),
      turn: (to: string) => document.querySelector<HTMLAnchorElement>(`[data-turn="${to}"]`)?.click(),
    }
    const press = (event: KeyboardEvent) => {
      if (pressKey(event, element, acts)) event.preventDefault()
    }
    element.addEventListener('keydown', press)
    return () => element.removeEventListener('keydown', press)
  }, [form])
}
