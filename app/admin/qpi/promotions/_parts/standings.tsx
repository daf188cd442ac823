import { ScoreWithInterval } from '@/components/qpi/score-with-interval'
import { TableFrame } from '@/components/ui/table'
import type { promotionForOfficers } from '@/domain/promotions/queries'
import { kpiWords } from '@/domain/qpi/kpi-words'
import { sayCount } from '@/lib/say-count'
import { RegistrarLink } from '../../_parts/registrar-link'

type Rows = NonNullable<Awaited<ReturnType<typeof promotionForOfficers>>>['registrars']

/** Registrars with their score and, below the baseline, the gap and the cheapest way to close it. */
export function Standings({ rows, none }: { rows: Rows; none: string }) {
  if (rows.length === 0) return <p className="muted">{none}</p>
  return (
    <TableFrame label="Registrars of the promotion">
      <table className="tbl cards">
        <caption className="sr-only">Registrars by score</caption>
        <thead>
          <tr>
            <th scope="col">Registrar</th>
            <th scope="col">Score</th>
            <th scope="col">Cheapest way to the baseline</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ianaId, name, ways, ...score }) => (
            <tr key={ianaId}>
              <th scope="row">
                <RegistrarLink ianaId={ianaId} name={name} />
              </th>
              <td data-label="Score">
                <ScoreWithInterval {...score} />
              </td>
              <td className="small" data-label="Cheapest way">
                {!ways && <span className="muted">Reached</span>}
                {ways && (
                  <span>
                    {ways.gap.toFixed(1)} points:{' '}
                    {ways.together.length === 0
                      ? 'not even with every KPI at its target'
                      : ways.together
                          .map(({ id, count }) => sayCount(count, kpiWords[id].step))
                          .join(', and ')}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
