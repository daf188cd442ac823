import { When } from '@/components/time/when'

type Entry = { id: string; kind: 'letter' | 'reply' | 'note'; text: string; at: Date }

/** Letters and replies of one side, the oldest first. */
export function Correspondence({ entries, zone }: { entries: Entry[]; zone: string }) {
  if (entries.length === 0) return <p className="muted mt-3">Nothing was written yet.</p>
  return (
    <ol className="announcements border-t-0">
      {entries.map(({ id, kind, text, at }) => (
        <li key={id}>
          <p className="small muted">
            {kind === 'letter' ? 'The programme' : 'You'}, <When at={at} zone={zone} />
          </p>
          <p className="whitespace-pre-wrap break-words">{text}</p>
        </li>
      ))}
    </ol>
  )
}
