export type TimelineItem = {
  state: 'past' | 'now' | 'next'
  title: React.ReactNode
  text?: React.ReactNode
  /** `<When>`: every item says its zone and UTC. */
  when?: React.ReactNode
}

/** What was, what is now and what comes, in order. State is shape and words, not colour alone. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map(({ state, title, text, when }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items are a fixed sequence
        <li key={index} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          <b>{title}</b>
          {text}
          {when && <small>{when}</small>}
        </li>
      ))}
    </ol>
  )
}
