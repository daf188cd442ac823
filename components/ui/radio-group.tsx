'use client'

import { type FieldProps, FieldWords, useField } from './field'
import type { Option } from './select'

/** One of few, all in sight. */
export function RadioGroup({
  name,
  label,
  hint,
  error,
  options,
  defaultValue,
}: FieldProps & { options: Option[]; defaultValue?: string }) {
  const { attributes, problem, typed } = useField({ name, hint, error })
  return (
    <fieldset className="field" aria-describedby={attributes['aria-describedby']} key={String(typed)}>
      <legend>{label}</legend>
      <FieldWords name={name} hint={hint} problem={problem} />
      {options.map((option, index) => (
        <label className="opt" key={option.value}>
          <input
            type="radio"
            name={name}
            id={index === 0 ? name : undefined}
            value={option.value}
            disabled={option.disabled}
            defaultChecked={option.value === (typed ?? defaultValue)}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
