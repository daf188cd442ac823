'use client'

import { useEffect, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import type { DraftContent, Row } from '@/domain/plans/rules'
import type { Question } from '@/domain/plans/sections'
import { formatTimeOfDay } from '@/lib/time/format-instant'
import type { Theirs } from './section-saver'

type Choice = 'mine' | 'theirs' | 'both'

/**
 * Two texts of one section, side by side: what is typed here, and what a colleague or another tab saved meanwhile.
 * Nothing is overwritten before the person chose, answer by answer (R5.2).
 */
export function ResolveConflict({
  questions,
  mine,
  theirs,
  zone,
  onResolve,
}: {
  questions: readonly Question[]
  mine: DraftContent
  theirs: Theirs
  zone: string
  onResolve: (content: DraftContent) => void
}) {
  const frame = useRef<HTMLElement>(null)
  const differing = questions.filter(
    ({ id }) => JSON.stringify(mine[id] ?? '') !== JSON.stringify(theirs.content[id] ?? ''),
  )
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  useEffect(() => frame.current?.focus(), [])
  return (
    <section ref={frame} className="err-sum my-6" tabIndex={-1} aria-labelledby="conflict-title">
      <h2 id="conflict-title">This section was changed elsewhere</h2>
      <p>
        {theirs.by ?? 'Someone'} saved it{theirs.at && ` at ${formatTimeOfDay(new Date(theirs.at), zone)}`},
        after you opened it here. Both texts are kept. Choose what to go on with.
      </p>
      {differing.map((question) => (
        <fieldset key={question.id} className="mt-4">
          <legend className="font-semibold">{question.label}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <Text title="Yours, on this screen" text={plainText(mine[question.id])} />
            <Text title="Saved meanwhile" text={plainText(theirs.content[question.id])} />
          </div>
          {choicesFor(question).map(({ value, label }) => (
            <label className="opt" key={value}>
              <input
                type="radio"
                name={`choose-${question.id}`}
                checked={(choices[question.id] ?? 'mine') === value}
                onChange={() => setChoices({ ...choices, [question.id]: value })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <button
        type="button"
        className={`${buttonClass({ variant: 'primary' })} mt-4`}
        onClick={() => onResolve(merge(questions, mine, theirs.content, choices))}
      >
        Go on with this
      </button>
    </section>
  )
}

function choicesFor(question: Question): { value: Choice; label: string }[] {
  const isLong = question.kind === 'markdown' || question.kind === 'text'
  return [
    { value: 'mine', label: 'Keep mine' },
    { value: 'theirs', label: 'Take theirs' },
    ...(isLong ? [{ value: 'both' as const, label: 'Put both into the field and edit' }] : []),
  ]
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <b className="small">{title}</b>
      <p className="small max-h-60 overflow-auto border border-(--hairline) bg-(--face) p-2 whitespace-pre-wrap">
        {text || 'Nothing'}
      </p>
    </div>
  )
}

function plainText(value: string | Row[] | undefined): string {
  if (!Array.isArray(value)) return value ?? ''
  return value.map((row) => Object.values(row).join(' · ')).join('\n')
}

function merge(
  questions: readonly Question[],
  mine: DraftContent,
  theirs: DraftContent,
  choices: Record<string, Choice>,
): DraftContent {
  const merged: DraftContent = {}
  for (const { id } of questions) {
    const choice = choices[id] ?? 'mine'
    const [own, other] = [mine[id] ?? '', theirs[id] ?? '']
    merged[id] = choice === 'both' ? `${own}\n\n${other}` : choice === 'theirs' ? other : own
  }
  return merged
}
