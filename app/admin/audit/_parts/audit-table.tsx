import Link from 'next/link'
import { When } from '@/components/time/when'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { AuditEntry } from '@/domain/audit/queries'

const OUTCOMES = {
  done: { tone: 'good', icon: 'circle-check', word: 'Done' },
  refused: { tone: 'bad', icon: 'circle-x', word: 'Refused' },
  requested: { tone: 'warn', icon: 'users', word: 'Requested' },
  declined: { tone: 'quiet', icon: 'ban', word: 'Declined' },
} as const

export function AuditTable({ entries, zone }: { entries: AuditEntry[]; zone: string }) {
  return (
    <TableFrame label="Audit log">
      <table className="tbl tight">
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
              <td className="num">{entry.id.toLocaleString('en')}</td>
              <td className="num small">
                <When at={entry.at} zone={zone} seconds />
              </td>
              <th scope="row" className="mono">
                <Filter field="operation" value={entry.kind} />
              </th>
              <td>
                <Outcome outcome={entry.outcome} />
              </td>
              <td className="mono xs brk">
                <Filter field="object" value={entry.object} />
              </td>
              <td className="mono xs brk">
                <Filter field="actor" value={entry.actor} />
                {entry.approver && (
                  <>
                    <br />
                    and <Filter field="actor" value={entry.approver} />
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

/** A value that filters the log by itself; long ids show their end, which is what tells them apart. */
function Filter({ field, value }: { field: string; value: string }) {
  if (!value) return '–'
  const [prefix = '', body = ''] = value.split('_')
  const short = body.length === 26 ? `${prefix}_…${body.slice(-6)}` : value
  return (
    <Link
      href={`/admin/audit?${new URLSearchParams({ [field]: value })}`}
      prefetch={false}
      title={value}
      className="inline-block min-h-6 min-w-6"
    >
      {short}
    </Link>
  )
}

function factsInWords(facts: Record<string, unknown>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
}
