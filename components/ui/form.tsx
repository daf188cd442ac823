'use client'

import { createContext, useActionState, useContext, useId } from 'react'
import type { FormState } from '@/lib/form-action'
import { ConfirmLink } from './confirm-link'
import { ErrorSummary } from './error-summary'
import { Notice } from './notice'

const Answer = createContext<FormState>({})

/** What the server said about the surrounding form's last try: `{}` before one, and outside a form. */
export function useFormAnswer(): FormState {
  return useContext(Answer)
}

/**
 * A form over an action made by `formAction`. Fields inside find their error and what was typed by their `name`; the
 * summary names every error and takes the focus. Works without JavaScript.
 * `idempotent` sends a key made on the server (`newId()`), so that a repeated click or reload is one act.
 */
export function Form({
  action,
  idempotencyKey,
  children,
  className = 'form',
  ...rest
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  idempotencyKey?: string
  children: React.ReactNode
} & Omit<React.ComponentProps<'form'>, 'action'>) {
  const [state, send] = useActionState(action, {})
  const id = useId()
  return (
    <form {...rest} id={rest.id ?? id} action={send} className={className} noValidate>
      {state.error && <ErrorSummary message={state.error.message} fields={state.error.fields} />}
      {state.error && <ConfirmLink code={state.error.code} />}
      {state.done && (
        <div role="status">
          <Notice tone="good" title={state.done} />
        </div>
      )}
      {idempotencyKey && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
      <Answer value={state}>{children}</Answer>
    </form>
  )
}
