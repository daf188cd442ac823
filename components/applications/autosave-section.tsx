'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { readKept } from './keep-on-device'
import { type SaveState, SectionSaver } from './section-saver'

/**
 * Saves a form while it is written: 1.5 s after the last key, when a field is left, and when the page is hidden
 * or closed. Text that a killed tab left on this device comes back.
 * @param readForm what of the form is saved
 * @param onRestore what the fields must show instead of the stored answers
 */
export function useAutosave<Content>({
  form,
  url,
  keptKey,
  readForm,
  saved,
  version,
  onRestore,
}: {
  form: RefObject<HTMLFormElement | null>
  url: string
  keptKey: string
  readForm: (data: FormData) => Content
  saved: Content
  version: number
  onRestore: (content: Content) => void
}) {
  const [state, setState] = useState<SaveState<Content>>({ phase: 'idle' })
  const saver = useRef<SectionSaver<Content>>(null)
  const start = useRef({ url, keptKey, readForm, saved, version, onRestore })

  const read = useCallback(
    () => (form.current ? start.current.readForm(new FormData(form.current)) : start.current.saved),
    [form],
  )

  useEffect(() => {
    const { onRestore: restore, readForm: _reads, ...options } = start.current
    const same = (a: Content, b: Content) => JSON.stringify(a) === JSON.stringify(b)
    const made = new SectionSaver<Content>({
      ...options,
      onState: setState,
      onVersion: (next) => {
        const field = form.current?.elements.namedItem('version')
        if (field instanceof HTMLInputElement) field.value = String(next)
      },
    })
    saver.current = made
    const kept = readKept<Content>(options.keptKey)
    if (kept && !same(kept.content, options.saved)) {
      if (kept.version === options.version) {
        restore(kept.content)
        made.changed(kept.content)
      } else made.compare(kept.content)
    }
    // What was typed before this script ran is in the fields already.
    else if (!same(read(), options.saved)) made.changed(read())
    const leave = () => {
      if (document.visibilityState === 'hidden') made.flush(true)
    }
    document.addEventListener('visibilitychange', leave)
    const back = () => made.flush()
    addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      removeEventListener('online', back)
      void made.stop()
    }
  }, [form, read])

  return { state, saver, read }
}
