'use client'

import { Field, type FieldProps, useField } from './field'

/** A file from the viewer's device. Say in the hint which kinds and how large; the server decides. */
export function FileInput({
  label,
  hint,
  error,
  optional,
  ...input
}: FieldProps & Omit<React.ComponentProps<'input'>, 'name' | 'id' | 'type'>) {
  const { attributes } = useField({ name: input.name, hint, error })
  return (
    <Field name={input.name} label={label} hint={hint} error={error} optional={optional}>
      <input {...input} {...attributes} type="file" className="in" />
    </Field>
  )
}
