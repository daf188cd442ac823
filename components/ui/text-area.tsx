'use client'

import { Field, type FieldProps, useField } from './field'

/** Several lines of text. What was typed comes back after a refused try. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  rows = 6,
  ...area
}: FieldProps & Omit<React.ComponentProps<'textarea'>, 'name' | 'id'>) {
  const { attributes, typed } = useField({ name: area.name, hint, error })
  const kept = area.value === undefined ? { defaultValue: typed ?? area.defaultValue } : {}
  return (
    <Field name={area.name} label={label} hint={hint} error={error} optional={optional}>
      <textarea rows={rows} {...area} {...kept} {...attributes} className="in" />
    </Field>
  )
}
