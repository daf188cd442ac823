'use client'

import { useFormAnswer } from '@/components/ui/form'
import { Icon } from '@/components/ui/icon'
import { TextArea } from '@/components/ui/text-area'
import type { DraftScore } from '@/db/schema/reviews'
import type { Criterion } from '@/db/schema/rounds'
import { fieldsOf, formatWeight, MOST_REASON, scoreValues } from '@/domain/reviews/rules'

/** One criterion to score: the scale, what the chosen value means, the reason. */
export function CriterionField({
  criterion,
  score,
  chosen,
  current,
  children,
}: {
  criterion: Criterion
  /** As it is stored. */
  score: DraftScore
  /** As it stands in the form now: `'0'` to `'5'`, `'na'`, or empty; absent where nobody follows it. */
  chosen?: string
  current: boolean
  /** Below the reason: what it rests on. */
  children?: React.ReactNode
}) {
  const { error, values } = useFormAnswer()
  const { id, name, weightBp, guidance, anchors } = criterion
  const fields = fieldsOf(id)
  const typed = values && 'criterion' in values ? (values[fields.value] ?? '') : undefined
  const stored = score.notApplicable ? 'na' : String(score.value ?? '')
  const problem = error?.fields?.[fields.value]
  return (
    <section
      className="criterion"
      data-criterion={id}
      data-current={current || undefined}
      aria-labelledby={`${id}-title`}
    >
      <input type="hidden" name="criterion" value={id} />
      <header className="row between baseline flex-nowrap">
        <h3 id={`${id}-title`}>{name}</h3>
        <span className="small muted num">{formatWeight(weightBp)}</span>
      </header>
      <p className="small muted mt-1">{guidance}</p>
      <fieldset key={String(typed)} aria-describedby={problem && `${fields.value}-error`}>
        <legend className="sr-only">{name}, 0 to 5</legend>
        {problem && (
          <span className="err mt-2" id={`${fields.value}-error`}>
            <Icon name="circle-alert" />
            {problem}
          </span>
        )}
        <div className="scores">
          {[...scoreValues.map(String), 'na'].map((value, index) => (
            <label key={value} className={value === 'na' ? 'na' : undefined}>
              <input
                type="radio"
                name={fields.value}
                id={index === 0 ? fields.value : undefined}
                value={value}
                defaultChecked={value === (typed ?? stored)}
              />
              <span>{value === 'na' ? 'Not applicable' : value}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="small soft" aria-live="polite">
        {chosen === undefined ? undefined : /^[0-5]$/.test(chosen) ? (
          <>
            <b className="text-(--ink)">{chosen}</b>&ensp;{anchors[Number(chosen)]}
          </>
        ) : chosen === 'na' ? (
          'Not applicable counts in no mean; it is not 0.'
        ) : (
          'Choose a value to see what it means.'
        )}
      </p>
      <details className="small mt-1">
        <summary className="muted">What each value means</summary>
        <ol className="mt-2">
          {anchors.map((anchor, value) => (
            <li key={anchor} className="mt-1">
              <b>{value}</b>&ensp;{anchor}
            </li>
          ))}
        </ol>
      </details>
      <div className="mt-3">
        <TextArea
          name={fields.reason}
          label={
            <>
              Reason<span className="sr-only"> for {name}</span>
            </>
          }
          rows={3}
          maxLength={MOST_REASON}
          defaultValue={score.reason}
        />
      </div>
      {children}
    </section>
  )
}
