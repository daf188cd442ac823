import { ScoreWithInterval } from '@/components/qpi/score-with-interval'
import { TableFrame } from '@/components/ui/table'
import type { promotionForOfficers } from '@/domain/promotions/queries'
import { kpiWords } from '@/domain/qpi/kpi-words'
import { RegistrarLink } from '../../_parts/registrar-link'

type Rows = NonNullable<Awaited<ReturnType<typeof promotionForOfficers>>>['registrars']

/** Registrars with their score and, below the baseline, the gap and the cheapest way to close it. */
export function Standings({ rows, none }: { rows: Rows; none: string }) {
  if (rows.length === 0) return <p className="muted">{none}</p>
  return (
    <TableFrame label="Registrars of the promotion">
      <table className="tbl">
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
              <td>
                <ScoreWithInterval {...score} />
              </td>
              <td className="small">
                {!ways && <span className="muted">Reached</span>}
                {ways && (
                  <>
                    {ways.gap.toFixed(1)} points:{' '}
                    {ways.together.length === 0
                      ? 'not even with every KPI at its target'
                      : ways.together
                          .map(({ id, count }) => `${count.toLocaleString('en')} ${kpiWords[id].step}`)
                          .join(', and ')}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
