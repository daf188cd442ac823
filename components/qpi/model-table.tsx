import { TableFrame } from '@/components/ui/table'
import { gateWords, rawWords, wordsOfKpi } from '@/domain/qpi/kpi-words'
import { sayCount } from '@/lib/say-count'

type Model = {
  minimumDomains: number
  gate: { maxPer10k: number }
  kpis: readonly { id: string; weightBp: number; floor: number; target: number }[]
  feeds: readonly string[]
  definitions: { renewal: string; term: string; noAbuse: string }
}

/** What a version of the model says, KPI by KPI. */
export function ModelTable({ model }: { model: Model }) {
  const { kpis, gate, minimumDomains, feeds, definitions } = model
  return (
    <>
      <TableFrame label="The KPIs of the model">
        <table className="tbl cards">
          <caption className="sr-only">KPIs with their weights, floors and targets</caption>
          <thead>
            <tr>
              <th scope="col">KPI</th>
              <th scope="col" className="n">
                Weight
              </th>
              <th scope="col" className="n">
                0 points at
              </th>
              <th scope="col" className="n">
                Full points at
              </th>
            </tr>
          </thead>
          <tbody>
            {kpis.map(({ id, weightBp, floor, target }) => (
              <tr key={id}>
                <th scope="row">
                  {wordsOfKpi(id)?.name ?? id}
                  <div className="small muted font-normal">{wordsOfKpi(id)?.what}</div>
                </th>
                <td className="n num" data-label="Weight">
                  {weightBp / 100} %
                </td>
                <td className="n num" data-label="0 points at">
                  {rawWords(id, floor)}
                </td>
                <td className="n num" data-label="Full points at">
                  {rawWords(id, target)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <ul className="small soft">
        <li>
          Abuse gate: more than {sayCount(gate.maxPer10k, gateWords.numerator)} in 10,000 disqualifies,
          whatever the rest. Names of others that were broken into are counted apart and never against the
          registrar.
        </li>
        <li>Fewer than {sayCount(minimumDomains, gateWords.denominator)} are not ranked.</li>
        <li>Abuse listings: {feeds.join(', ')}. Without one of them abuse is not measured.</li>
        <li>
          Renewal:{' '}
          {definitions.renewal === 'cohorts'
            ? 'of the names that came to their end, from the registry’s own figures.'
            : 'a proxy from the transactions report, renewals over renewals and deletions.'}
        </li>
        <li>Term: {definitions.term === 'new-names' ? 'of new names.' : 'of new and renewed names.'}</li>
        <li>
          Without a malicious name, takedown is{' '}
          {definitions.noAbuse === 'at-target' ? 'at its target.' : 'missing, and so is the score.'}
        </li>
      </ul>
    </>
  )
}
