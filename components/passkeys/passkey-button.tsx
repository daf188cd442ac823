'use client'

import { useRef, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { type Ask, askPasskey } from './ask-passkey'

/**
 * The button of a form whose `answer` is a passkey's. It asks the browser first and sends the form with what it was
 * told; what went wrong stands above it. Passkeys need JavaScript, so without it there is no such button.
 */
export function PasskeyButton({
  optionsAt,
  make,
  children,
  busy,
  ...look
}: Ask & { children: string; busy: string; variant?: 'primary'; size?: 'l'; wide?: boolean }) {
  const answer = useRef<HTMLInputElement>(null)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState('')
  const { pending } = useFormStatus()
  const waiting = asking || pending

  async function ask() {
    const form = answer.current?.form
    if (waiting || !answer.current || !form) return
    // A passkey that is made for a form we refuse anyway would stay on the device and open nothing.
    answer.current.value = ''
    if (!form.checkValidity()) return form.requestSubmit()
    setAsking(true)
    setProblem('')
    const told = await askPasskey({ optionsAt, make })
    setAsking(false)
    if ('problem' in told) return setProblem(told.problem)
    answer.current.value = told.answer
    form.requestSubmit()
  }

  return (
    <div className="needs-script">
      <div role="alert" className={problem && 'mb-4'}>
        {problem && <Notice tone="warn" title={problem} />}
      </div>
      <input ref={answer} type="hidden" name="answer" />
      {/* The return key in a field beside it asks as well, rather than sending the form without an answer. */}
      <button
        type="submit"
        hidden
        onClick={(event) => {
          event.preventDefault()
          ask()
        }}
      />
      <button
        type="button"
        className={buttonClass(look)}
        aria-disabled={waiting || undefined}
        aria-busy={waiting || undefined}
        onClick={ask}
      >
        <Icon
          name={waiting ? 'loader-circle' : 'fingerprint-pattern'}
          size="s"
          className={waiting ? 'turning' : undefined}
        />
        <span>{waiting ? busy : children}</span>
      </button>
    </div>
  )
}
