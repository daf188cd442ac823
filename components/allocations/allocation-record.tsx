import { When } from '@/components/time/when'
import { TableFrame } from '@/components/ui/table'
import type { Course } from '@/domain/allocations/read-course'
import { lookupOutcomeWords, reportOutcomeWords, tokenStateWords } from '@/domain/allocations/rules'

type Row = { key: string; at: Date; what: string; detail: string }

/** Everything that was kept of an allocation: tokens, the registry's reports, lookups. Never a secret. */
export function AllocationRecord({ course, zone }: { course: Course; zone: string }) {
  const rows = recordOf(course)
  if (rows.length === 0) return <p className="small muted mt-3">Nothing yet.</p>
  return (
    <TableFrame label="Record of the allocation">
      <table className="tbl cards">
        <caption className="sr-only">Tokens, reports and lookups, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Detail</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, at, what, detail }) => (
            <tr key={key}>
              <th scope="row" className="num">
                <When at={at} zone={zone} seconds />
              </th>
              <td data-label="What">{what}</td>
              <td data-label="Detail">{detail || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function recordOf({ tokens, reports, lookups }: Course): Row[] {
  const rows = [
    ...tokens.flatMap(({ id, state, registrarIanaId, issuedAt, shownAt, endedAt, endReason }) => [
      { key: `${id} issued`, at: issuedAt, what: 'Token issued', detail: `IANA id ${registrarIanaId}` },
      ...(shownAt ? [{ key: `${id} shown`, at: shownAt, what: 'Token shown, once', detail: '' }] : []),
      ...(endedAt
        ? [
            {
              key: `${id} ended`,
              at: endedAt,
              what: `Token: ${tokenStateWords[state].toLowerCase()}`,
              detail: endReason ?? '',
            },
          ]
        : []),
    ]),
    ...reports.map(({ id, receivedAt, outcome, resultCode, registrarIanaId }) => ({
      key: id,
      at: receivedAt,
      what: `Report: ${reportOutcomeWords[outcome].toLowerCase()}`,
      detail: [registrarIanaId && `IANA id ${registrarIanaId}`, resultCode && `EPP ${resultCode}`]
        .filter(Boolean)
        .join(', '),
    })),
    ...lookups.map(({ id, at, outcome, detail }) => ({
      key: id,
      at,
      what: `RDAP: ${lookupOutcomeWords[outcome].toLowerCase()}`,
      detail,
    })),
  ]
  return rows.sort((a, b) => b.at.getTime() - a.at.getTime())
}
