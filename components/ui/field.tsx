'use client'

import { useFormAnswer } from './form'
import { Icon } from './icon'

export type FieldProps = {
  name: string
  label: React.ReactNode
  hint?: React.ReactNode
  /** Shown when the surrounding `Form` has no answer of its own for this field. */
  error?: string
  optional?: boolean
}

/** Attributes that tie a control to its hint and error, and what was typed before. The id is the field's name. */
export function useField({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const { error: refused, values } = useFormAnswer()
  const problem = refused?.fields?.[name] ?? error
  const describedBy = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ')
  return {
    problem,
    typed: values?.[name],
    attributes: {
      id: name,
      name,
      'aria-invalid': problem ? true : undefined,
      'aria-describedby': describedBy || undefined,
    },
  }
}

/** The optional word, the hint and the error of a field, in the order in which they are read. */
export function FieldWords({
  name,
  hint,
  problem,
}: {
  name: string
  hint?: React.ReactNode
  problem?: string
}) {
  return (
    <>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span className="err" id={`${name}-error`}>
          <Icon name="circle-alert" />
          {problem}
        </span>
      )}
    </>
  )
}

/** Label, hint, error, control. For a control of your own, spread `useField(…).attributes` on it. */
export function Field({
  name,
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { children: React.ReactNode }) {
  const { problem } = useField({ name, hint, error })
  return (
    <div className="field">
      <label htmlFor={name}>
        {label}
        {optional && <span className="optional"> (optional)</span>}
      </label>
      <FieldWords name={name} hint={hint} problem={problem} />
      {children}
    </div>
  )
}
