import { QpiStatus } from '@/components/qpi/qpi-status'
import { ScoreWithInterval } from '@/components/qpi/score-with-interval'
import { TableFrame } from '@/components/ui/table'
import { wordsOfKpi } from '@/domain/qpi/kpi-words'
import type { leagueTable } from '@/domain/qpi-scores/queries'
import { RegistrarLink } from './registrar-link'

type League = Extract<NonNullable<Awaited<ReturnType<typeof leagueTable>>>, { rows: unknown }>

/** Registrars by score, with the value of each KPI in hundredths. */
export function LeagueTable({ rows, model }: { rows: League['rows']; model: League['run']['model'] }) {
  return (
    <TableFrame label="League table">
      <table className="tbl cards">
        <caption className="sr-only">Registrars by score</caption>
        <thead>
          <tr>
            <th scope="col" className="n">
              Rank
            </th>
            <th scope="col">Registrar</th>
            <th scope="col">Score</th>
            <th scope="col">Status</th>
            <th scope="col" className="n">
              Names
            </th>
            {model.kpis.map(({ id }) => (
              <th scope="col" className="n" key={id}>
                {wordsOfKpi(id)?.name ?? id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ianaId}>
              <td className="n num">{row.rank ?? <span className="muted">–</span>}</td>
              <th scope="row">
                <RegistrarLink ianaId={row.ianaId} name={row.name} />{' '}
                <span className="small muted num">{row.ianaId}</span>
              </th>
              <td data-label="Score">
                <ScoreWithInterval {...row} />
              </td>
              <td data-label="Status">
                <QpiStatus status={row.status} />
              </td>
              <td className="n num" data-label="Names">
                {row.domains.toLocaleString('en')}
              </td>
              {model.kpis.map(({ id }) => {
                const value = row.kpis[id]?.value ?? null
                return (
                  <td className="n num" key={id} data-label={wordsOfKpi(id)?.name ?? id}>
                    {value === null ? (
                      <span className="muted" title="Insufficient data">
                        none
                      </span>
                    ) : (
                      Math.round(value * 100)
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
