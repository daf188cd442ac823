'use client'

import { lazy, Suspense, useId, useRef, useState } from 'react'
import { Field, useField } from '@/components/ui/field'
import { countWords } from '@/domain/plans/count-words'
import type { TextQuestion } from '@/domain/plans/sections'

/** The renderer is fetched when someone first asks for a preview. */
const MarkdownText = lazy(() => import('@/components/plans/markdown-text'))

/** A long answer: write, see how it will look, know how many words are left. `foot` stands beside the word count. */
export function MarkdownField({
  question,
  defaultValue,
  error,
  foot,
}: {
  question: TextQuestion
  defaultValue: string
  error?: string
  foot?: React.ReactNode
}) {
  const { attributes, typed } = useField({ name: question.id, hint: question.hint, error })
  const area = useRef<HTMLTextAreaElement>(null)
  const [words, setWords] = useState(() => countWords(typed ?? defaultValue))
  const [preview, setPreview] = useState<string>()
  const panel = useId()
  const left = question.words - words
  const isMarkdown = question.kind === 'markdown'
  const height = question.words >= 600 ? 'min-h-[330px]' : 'min-h-[210px]'
  return (
    <div>
      <Field name={question.id} label={question.label} hint={question.hint} error={error}>
        {isMarkdown && (
          <div className="tabs" role="tablist" aria-label={question.label}>
            <Tab panel={panel} selected={preview === undefined} onSelect={() => setPreview(undefined)}>
              Write
            </Tab>
            <Tab
              panel={panel}
              selected={preview !== undefined}
              onSelect={() => setPreview(area.current?.value ?? '')}
            >
              Preview
            </Tab>
          </div>
        )}
        <div id={panel} role={isMarkdown ? 'tabpanel' : undefined}>
          <textarea
            {...attributes}
            ref={area}
            className={isMarkdown ? `in ${height} rounded-t-none border-t-0` : 'in'}
            rows={isMarkdown ? 8 : 5}
            hidden={preview !== undefined}
            defaultValue={typed ?? defaultValue}
            onInput={(event) => setWords(countWords(event.currentTarget.value))}
          />
          {preview !== undefined && (
            <div className={`in ${height} rounded-t-none border-t-0 py-3`}>
              <Suspense fallback={<p className="muted">One moment</p>}>
                <MarkdownText text={preview || 'Nothing written yet.'} />
              </Suspense>
            </div>
          )}
        </div>
      </Field>
      <div className="saved">
        <span>{foot}</span>
        <span className="num" data-over={left < 0 || undefined}>
          {left >= 0
            ? `You have ${left.toLocaleString('en')} ${left === 1 ? 'word' : 'words'} left`
            : `You have ${(-left).toLocaleString('en')} ${left === -1 ? 'word' : 'words'} too many`}
        </span>
      </div>
    </div>
  )
}

function Tab({
  panel,
  selected,
  onSelect,
  children,
}: {
  panel: string
  selected: boolean
  onSelect: () => void
  children: React.ReactNode
}) {
  return (
    <button type="button" role="tab" aria-selected={selected} aria-controls={panel} onClick={onSelect}>
      {children}
    </button>
  )
}
