'use client'

import { useState } from 'react'
import { formatMoney, parseAmount } from '@/lib/money'
import { Field, type FieldProps, useField } from './field'

/**
 * An amount in US dollars as people type it; below it, the amount as we read it, so that nobody is taken at a value they
 * did not mean. `defaultMinor` is whole cents. The server parses the same text with the same function.
 */
export function MoneyInput({
  name,
  label,
  hint,
  error,
  optional,
  defaultMinor,
  large = false,
  onAmount,
}: FieldProps & { defaultMinor?: bigint; large?: boolean; onAmount?: (minor: bigint | undefined) => void }) {
  const { attributes, typed } = useField({ name, hint, error })
  const [text, setText] = useState(
    typed ?? (defaultMinor === undefined ? '' : formatMoney(defaultMinor).replace('US$', '')),
  )
  const read = text.trim() === '' ? undefined : parseAmount(text)
  const change = (value: string) => {
    setText(value)
    const parsed = parseAmount(value)
    onAmount?.(parsed.ok ? parsed.minor : undefined)
  }
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...attributes}
        aria-describedby={`${attributes['aria-describedby'] ?? ''} ${name}-echo`.trim()}
        className={large ? 'in n' : 'in n short'}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      <p className="echo" id={`${name}-echo`} aria-live="polite">
        {read?.ok && (
          <>
            We read this as <b>{formatMoney(read.minor)}</b>
          </>
        )}
        {read && !read.ok && read.message}
      </p>
    </Field>
  )
}
