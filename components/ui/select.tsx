'use client'

import { Field, type FieldProps, useField } from './field'

export type Option = { value: string; label: string; hint?: string; disabled?: boolean }

/** One of many. `blank` is the first, empty choice; leave it out when something is always chosen. */
export function Select({
  label,
  hint,
  error,
  optional,
  options,
  blank,
  short,
  ...select
}: FieldProps & { options: Option[]; blank?: string; short?: boolean } & Omit<
    React.ComponentProps<'select'>,
    'name' | 'id' | 'children'
  >) {
  const { attributes, typed } = useField({ name: select.name, hint, error })
  const chosen = typed ?? select.defaultValue
  return (
    <Field name={select.name} label={label} hint={hint} error={error} optional={optional}>
      {/* React resets a form after its action; a new key makes the select take its kept value again. */}
      <select
        key={String(typed)}
        {...select}
        defaultValue={select.value === undefined ? chosen : undefined}
        {...attributes}
        className={`in${short ? ' short' : ''}`}
      >
        {blank !== undefined && <option value="">{blank}</option>}
        {options.map(({ value, label: text, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  )
}
