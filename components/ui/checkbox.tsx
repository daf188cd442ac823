'use client'

import { FieldWords, useField } from './field'

/** One thing that is so or not: an acceptance, a declaration. Sends `on`, or nothing. */
export function Checkbox({
  name,
  label,
  hint,
  error,
  ...input
}: {
  name: string
  label: React.ReactNode
  hint?: React.ReactNode
  error?: string
} & Omit<React.ComponentProps<'input'>, 'name' | 'id' | 'type'>) {
  const { attributes, problem, typed } = useField({ name, hint, error })
  return (
    <div className="field" key={String(typed)}>
      <FieldWords name={name} hint={hint} problem={problem} />
      <label className="opt">
        <input
          type="checkbox"
          {...input}
          {...attributes}
          defaultChecked={typed === undefined ? input.defaultChecked : typed === (input.value ?? 'on')}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}
