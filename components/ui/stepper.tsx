type Step = { text: string; note?: React.ReactNode }

const state = (index: number, current: number) =>
  index < current ? 'past' : index === current ? 'now' : 'next'

/**
 * The states a thing passes through, with the day it entered each. `live` warms the current one, only while bidding
 * runs. `current` counts from 0.
 */
export function StateLine({
  label,
  steps,
  current,
  live = false,
}: {
  label: string
  steps: Step[]
  current: number
  live?: boolean
}) {
  return (
    <ol className="state-line" aria-label={label}>
      {steps.map(({ text, note }, index) => (
        <li
          key={text}
          className={state(index, current)}
          data-live={(live && index === current) || undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          {text}
          <small>{note}</small>
        </li>
      ))}
    </ol>
  )
}

/** Six figures at most, in one line between hairlines. */
export function Vitals({ items }: { items: { term: string; value: React.ReactNode }[] }) {
  return (
    <dl className="vitals">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
