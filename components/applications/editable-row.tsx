'use client'

import { useState } from 'react'
import { FieldWords } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { cellName, type Row } from '@/domain/plans/rules'
import type { Column, RowsQuestion } from '@/domain/plans/sections'
import { formatMoney, formatPlain, parseAmount } from '@/lib/money'

export type CountryOption = { value: string; label: string }

type Props = {
  question: RowsQuestion
  index: number
  cells: Row
  /** What was typed before, by the cell's name. */
  typed?: Record<string, string>
  problems: Record<string, string>
  countries: readonly CountryOption[]
  onAmount: (text: string) => void
  onRemove: () => void
}

/**
 * One row of a table people fill in, and under it what is wrong in it, or how its amount was read. That line keeps its
 * height in tables with amounts, so that nothing moves away under a click.
 */
export function EditableRow(props: Props) {
  const { question, index, cells, typed, problems, onAmount, onRemove } = props
  const nameOf = (column: Column) => cellName(question.id, index, column.id)
  const textOf = (column: Column) => typed?.[nameOf(column)] ?? cells[column.id] ?? ''
  const money = question.columns.find(({ kind }) => kind === 'money')
  const [amount, setAmount] = useState(money ? textOf(money) : '')
  // A problem the server found holds until the amount is typed over.
  const [touched, setTouched] = useState(false)
  const read = money && amount.trim() !== '' ? parseAmount(amount) : undefined
  const unread = read && !read.ok ? read.message : undefined
  const echo = read?.ok && formatPlain(read.minor) !== amount.replace(/[, ]/g, '') ? read.minor : undefined
  const problemOf = (column: Column) =>
    column === money && (touched || unread) ? unread : problems[nameOf(column)]
  const wrong = question.columns.filter(problemOf)
  return (
    <>
      <tr>
        {question.columns.map((column) => (
          <td key={column.id} className={column === money ? 'n' : undefined} data-label={column.label}>
            <Cell
              name={nameOf(column)}
              column={column}
              value={textOf(column)}
              problem={problemOf(column)}
              noted={column === money && echo !== undefined}
              countries={props.countries}
              onInput={(text) => {
                if (column !== money) return
                setTouched(true)
                setAmount(text)
                onAmount(text)
              }}
            />
          </td>
        ))}
        <td className="w-11 pe-0 text-end">
          <button
            type="submit"
            name="intent"
            value={`remove:${question.id}:${index}`}
            className="icon-btn"
            aria-label={`Remove ${question.row} ${index + 1}`}
            onClick={(event) => {
              event.preventDefault()
              onRemove()
            }}
          >
            <Icon name="trash-2" />
          </button>
        </td>
      </tr>
      {(money || wrong.length > 0) && (
        <tr className="row-note">
          <td colSpan={question.columns.length + 1}>
            {wrong.map((column) => (
              <FieldWords key={column.id} name={nameOf(column)} problem={problemOf(column)} />
            ))}
            {money && wrong.length === 0 && echo !== undefined && (
              <span className="echo" id={`${nameOf(money)}-hint`}>
                We read this as <b>{formatMoney(echo)}</b>.
              </span>
            )}
          </td>
        </tr>
      )}
    </>
  )
}

type CellProps = {
  name: string
  column: Column
  value: string
  problem?: string
  /** A line under the row says how it was read. */
  noted?: boolean
  countries: readonly CountryOption[]
  onInput: (text: string) => void
}

function Cell({ name, column, value, problem, noted, countries, onInput }: CellProps) {
  const attributes = {
    id: name,
    name,
    'aria-label': column.kind === 'money' ? 'US dollars' : column.label,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${name}-error` : noted ? `${name}-hint` : undefined,
    defaultValue: value,
  }
  if (column.kind === 'country')
    return <CountrySelect {...attributes} key={value} className="in" countries={countries} />
  const isMoney = column.kind === 'money'
  return (
    <input
      {...attributes}
      className={isMoney ? 'in n w-[140px] max-[760px]:w-full' : 'in'}
      type={column.kind === 'date' ? 'date' : 'text'}
      inputMode={isMoney ? 'decimal' : undefined}
      autoComplete="off"
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  )
}

/** A country of the list; what was written before there was one stays to be seen until another is chosen. */
function CountrySelect({
  countries,
  ...select
}: React.ComponentProps<'select'> & { countries: readonly CountryOption[] }) {
  const chosen = String(select.defaultValue)
  return (
    <select {...select}>
      <option value="">Choose</option>
      {chosen !== '' && !countries.some(({ value }) => value === chosen) && <option>{chosen}</option>}
      {countries.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
