import { formatCalendarDay } from '@/lib/time/format-instant'

type Step = { id: string; text: string; dueOn: string; outcome: 'done' | 'dropped' | null }

const outcomeWords = { done: 'Done', dropped: 'Dropped' } as const

/** The steps that PIR and the registrar agreed on, by their days. */
export function StepList({
  steps,
  actions,
}: {
  steps: readonly Step[]
  /** What can be done about a step that is open. */
  actions?: (id: string) => React.ReactNode
}) {
  if (steps.length === 0) return <p className="muted">No step is agreed.</p>
  return (
    <ul>
      {steps.map(({ id, text, dueOn, outcome }) => (
        <li key={id} className="task">
          <span>
            {text}
            <small>Until {formatCalendarDay(dueOn)}</small>
          </span>
          <span className="task-state">{outcome ? outcomeWords[outcome] : (actions?.(id) ?? 'Open')}</span>
        </li>
      ))}
    </ul>
  )
}
