import Link from 'next/link'
import { When } from '@/components/time/when'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { AuditEntry } from '@/domain/audit/queries'
import { actorWords, factsInWords, operationWords, shortId } from '@/domain/audit/words'

const OUTCOMES = {
  done: { tone: 'good', icon: 'circle-check', word: 'Done' },
  refused: { tone: 'bad', icon: 'circle-x', word: 'Refused' },
  requested: { tone: 'warn', icon: 'users', word: 'Requested' },
  declined: { tone: 'quiet', icon: 'ban', word: 'Declined' },
} as const

export function AuditTable({ entries, zone }: { entries: AuditEntry[]; zone: string }) {
  return (
    <TableFrame label="Audit log">
      <table className="tbl tight log">
        <caption className="sr-only">Entries, newest first</caption>
        <thead>
          <tr>
            <th>No.</th>
            <th>When</th>
            <th>Operation</th>
            <th>Outcome</th>
            <th>About</th>
            <th>By</th>
            <th>Facts</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={String(entry.id)}>
              <td className="num muted">{entry.id.toLocaleString('en')}</td>
              <td className="num small">
                <When at={entry.at} zone={zone} seconds />
              </td>
              <th scope="row">
                <Filter field="operation" value={entry.kind}>
                  {operationWords(entry.kind)}
                </Filter>
              </th>
              <td>
                <Outcome outcome={entry.outcome} />
              </td>
              <td className="small" data-label="About">
                <Filter field="object" value={entry.object}>
                  {shortId(entry.object)}
                </Filter>
              </td>
              <td className="small" data-label="By">
                <Filter field="actor" value={entry.actor}>
                  {actorWords(entry.actor)}
                </Filter>
                {entry.approver && (
                  <>
                    {' and '}
                    <Filter field="actor" value={entry.approver}>
                      {actorWords(entry.approver)}
                    </Filter>
                  </>
                )}
              </td>
              <td className="mono xs brk">{factsInWords(entry.facts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Outcome({ outcome }: { outcome: AuditEntry['outcome'] }) {
  const { tone, icon, word } = OUTCOMES[outcome]
  return (
    <Mark tone={tone} icon={icon}>
      {word}
    </Mark>
  )
}

/** A value that filters the log by itself. */
function Filter({ field, value, children }: { field: string; value: string; children: string }) {
  if (!value) return '–'
  return (
    <Link
      href={`/admin/audit?${new URLSearchParams({ [field]: value })}`}
      prefetch={false}
      title={value}
      className="inline-block min-h-6 min-w-6"
    >
      {children}
    </Link>
  )
}
