'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { RadioGroup } from '@/components/ui/radio-group'
import type { DraftContent, Row } from '@/domain/plans/rules'
import type { Question } from '@/domain/plans/sections'
import { AmountField } from './amount-field'
import type { CountryOption } from './editable-row'
import { EditableRows } from './editable-rows'
import { MarkdownField } from './markdown-field'

/** One question of a section, in the form its kind asks for. */
export function QuestionField({
  question,
  content,
  problems,
  multiple,
  more,
  countries,
  foot,
  onChange,
}: {
  question: Question
  content: DraftContent
  problems: Record<string, string>
  multiple: number
  more: boolean
  countries: readonly CountryOption[]
  foot?: React.ReactNode
  onChange: () => void
}) {
  const value = content[question.id]
  const text = typeof value === 'string' ? value : ''
  const error = problems[question.id]
  switch (question.kind) {
    case 'text':
    case 'markdown':
      return <MarkdownField question={question} defaultValue={text} error={error} foot={foot} />
    case 'rows':
      return (
        <EditableRows
          question={question}
          rows={Array.isArray(value) ? (value as Row[]) : []}
          more={more}
          problems={problems}
          countries={countries}
          onChange={onChange}
        />
      )
    case 'choice':
      return (
        <RadioGroup
          name={question.id}
          label={question.label}
          hint={question.hint}
          error={error}
          options={[...question.options]}
          defaultValue={text}
        />
      )
    case 'confirm':
      return (
        <Checkbox name={question.id} label={question.label} error={error} defaultChecked={text === 'on'} />
      )
    case 'money':
      return <AmountField question={question} defaultValue={text} error={error} multiple={multiple} />
  }
}
