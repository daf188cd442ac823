import { When } from '@/components/time/when'
import { partyWords } from '@/domain/cases/rules'
import type { CaseFile } from './case-facts'

/** Letters, replies or notes, the oldest first. */
export function Entries({ entries, zone }: { entries: CaseFile['correspondence']; zone: string }) {
  if (entries.length === 0) return <p className="muted mt-3">Nothing yet.</p>
  return (
    <ol className="announcements mt-0 border-t-0">
      {entries.map(({ id, kind, party, text, at, writer, fileId, fileName }) => (
        <li key={id}>
          <p className="small muted">
            {kind === 'letter' && `To ${partyWords[party].toLowerCase()}, by ${writer}`}
            {kind === 'reply' && partyWords[party]}
            {kind === 'note' && writer}, <When at={at} zone={zone} />
          </p>
          <p className="whitespace-pre-wrap break-words">{text}</p>
          {fileId && (
            <p className="small">
              <a href={`/api/v1/files/${fileId}`}>{fileName}</a>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
