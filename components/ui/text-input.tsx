'use client'

import { Field, type FieldProps, useField } from './field'

/**
 * One line of text. Give `autoComplete` its token (WCAG 1.3.5). `mono` for labels and references, `short` for brief
 * answers. What was typed comes back after a refused try, except for passwords.
 */
export function TextInput({
  label,
  hint,
  error,
  optional,
  mono,
  short,
  ...input
}: FieldProps & { mono?: boolean; short?: boolean } & Omit<React.ComponentProps<'input'>, 'name' | 'id'>) {
  const { attributes, typed } = useField({ name: input.name, hint, error })
  const kept = input.value === undefined ? { defaultValue: typed ?? input.defaultValue } : {}
  return (
    <Field name={input.name} label={label} hint={hint} error={error} optional={optional}>
      <input
        type="text"
        {...input}
        {...kept}
        {...attributes}
        className={`in${mono ? ' mono' : ''}${short ? ' short' : ''}`}
      />
    </Field>
  )
}
