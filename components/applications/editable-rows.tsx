'use client'

import { useState } from 'react'
import { useFormAnswer } from '@/components/ui/form'
import { Icon } from '@/components/ui/icon'
import type { Row } from '@/domain/plans/rules'
import type { Column, RowsQuestion } from '@/domain/plans/sections'
import { formatMoney, parseAmount } from '@/lib/money'
import { type CountryOption, EditableRow } from './editable-row'

type Line = { key: number; cells: Row }

/** Without rows a table still offers some to write in. */
const BLANK_ROWS = 3

/**
 * A table people fill in: budget, milestones, owners. Rows are added and removed here, or without JavaScript by the
 * server. `onChange` tells that rows came or went, which is no input event.
 */
export function EditableRows({
  question,
  rows,
  more,
  problems,
  countries,
  onChange,
}: {
  question: RowsQuestion
  rows: Row[]
  /** One blank row more than there are. */
  more: boolean
  problems: Record<string, string>
  countries: readonly CountryOption[]
  onChange: () => void
}) {
  const { values } = useFormAnswer()
  const [lines, setLines] = useState<Line[]>(() => linesOf(rows, more))
  const [amounts, setAmounts] = useState<Record<number, string>>({})
  const amountOf = (line: Line) => amounts[line.key] ?? line.cells[question.total ?? ''] ?? ''
  const change = (next: Line[]) => {
    setLines(next)
    // After the rows are drawn: the form is read from the page.
    setTimeout(onChange)
  }
  return (
    <div>
      <h2 id={`${question.id}-title`}>{question.label}</h2>
      {question.hint && <p className="soft small mb-[.6rem] max-w-none">{question.hint}</p>}
      <table className="tbl editable" aria-labelledby={`${question.id}-title`}>
        <Head columns={question.columns} />
        <tbody>
          {lines.map((line, index) => (
            <EditableRow
              key={line.key}
              question={question}
              index={index}
              cells={line.cells}
              typed={values}
              problems={problems}
              countries={countries}
              onAmount={(text) => setAmounts((known) => ({ ...known, [line.key]: text }))}
              onRemove={() => change(lines.filter(({ key }) => key !== line.key))}
            />
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-(--ink)">
            <td colSpan={question.total ? question.columns.length - 1 : question.columns.length + 1}>
              <button
                type="submit"
                name="intent"
                value={`add:${question.id}`}
                className="btn quiet s -ms-[.6rem]"
                disabled={lines.length >= question.most}
                onClick={(event) => {
                  event.preventDefault()
                  change([...lines, { key: Math.max(-1, ...lines.map(({ key }) => key)) + 1, cells: {} }])
                }}
              >
                <Icon name="plus" size="s" />
                Add a {question.row}
              </button>
            </td>
            {question.total && <td className="n num">{totalOf(lines.map(amountOf))}</td>}
            {question.total && <td />}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function linesOf(rows: Row[], more: boolean): Line[] {
  const blank = rows.length === 0 ? BLANK_ROWS : more ? 1 : 0
  const cells = [...rows, ...Array.from({ length: blank }, () => ({}) as Row)]
  return cells.map((row, key) => ({ key, cells: row }))
}

function Head({ columns }: { columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, label, kind }, index) => (
          <th key={id} scope="col" className={kind === 'money' ? 'n' : index === 0 ? 'w-[46%]' : undefined}>
            {label}
          </th>
        ))}
        <th>
          <span className="sr-only">Remove</span>
        </th>
      </tr>
    </thead>
  )
}

function totalOf(amounts: string[]): string {
  const sum = amounts.map(parseAmount).reduce((total, read) => total + (read.ok ? read.minor : 0n), 0n)
  return formatMoney(sum).replace('US$', '')
}
