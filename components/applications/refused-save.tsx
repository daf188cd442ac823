'use client'

import { useEffect, useRef } from 'react'
import { useFormAnswer } from '@/components/ui/form'
import type { DraftContent } from '@/domain/plans/rules'
import type { Question } from '@/domain/plans/sections'

/** Tells the autosave that the form was sent and refused, so that it goes on, or compares the two texts. */
export function WhenRefused({ onRefused }: { onRefused: (isStale: boolean) => void }) {
  const answer = useFormAnswer()
  const tell = useRef(onRefused)
  tell.current = onRefused
  useEffect(() => {
    if (answer.error) tell.current(answer.error.code.endsWith('.stale'))
  }, [answer])
  return null
}

/** Without JavaScript: what is stored now, beside the fields that hold what was typed. Nothing is lost either way. */
export function StoredMeanwhile({
  saved,
  questions,
}: {
  saved: { content: DraftContent; by: string | null }
  questions: readonly Question[]
}) {
  const { error, values } = useFormAnswer()
  if (error?.code !== 'draft.stale') return null
  const differing = questions.filter(({ id, kind }) => kind !== 'rows' && saved.content[id] !== values?.[id])
  return (
    <section className="notice" data-tone="warn">
      <b>What {saved.by ?? 'someone else'} saved meanwhile</b>
      <p>Your own text is in the fields below. Take over what you want to keep, then save again.</p>
      {differing.map(({ id, label }) => (
        <div key={id} className="mt-3">
          <b className="small">{label}</b>
          <p className="small whitespace-pre-wrap">{String(saved.content[id] || 'Nothing')}</p>
        </div>
      ))}
    </section>
  )
}
