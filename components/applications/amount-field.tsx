'use client'

import { useState } from 'react'
import { Field, useField } from '@/components/ui/field'
import { biddingLimit } from '@/domain/deposits/rules'
import type { MoneyQuestion } from '@/domain/plans/sections'
import { formatMoney, parseAmount } from '@/lib/money'

/** A deposit as people type it; below it, the amount as we read it and the bidding limit it gives (R7.2). */
export function AmountField({
  question,
  defaultValue,
  error,
  multiple,
}: {
  question: MoneyQuestion
  defaultValue: string
  error?: string
  multiple: number
}) {
  const { attributes, typed } = useField({ name: question.id, hint: question.hint, error })
  const [text, setText] = useState(typed ?? defaultValue)
  const read = text.trim() === '' ? undefined : parseAmount(text)
  const limit = read?.ok ? biddingLimit(read.minor, multiple) : undefined
  return (
    <Field name={question.id} label={question.label} hint={question.hint} error={error}>
      <input
        {...attributes}
        className="in n short"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={typed ?? defaultValue}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p className="echo" aria-live="polite">
        {read?.ok && (
          <>
            We read this as <b>{formatMoney(read.minor)}</b>.{' '}
            {limit === null ? (
              <>
                It gives you <b>no bidding limit</b>.
              </>
            ) : (
              <>
                It lets you bid up to <b>{formatMoney(limit ?? 0n)}</b> in all in this round.
              </>
            )}
          </>
        )}
        {read && !read.ok && read.message}
      </p>
    </Field>
  )
}
