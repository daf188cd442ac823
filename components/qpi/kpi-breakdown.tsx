import { TableFrame } from '@/components/ui/table'
import { ABUSE, gateWords, rawWords, wordsOfKpi } from '@/domain/qpi/kpi-words'
import { sayCount } from '@/lib/say-count'

type Kpi = {
  numerator: number | null
  denominator: number | null
  raw: number | null
  value: number | null
  low: number | null
  high: number | null
  weightBp: number | null
  fileId: string | null
  line: number | null
  note?: string
}
type Source = { fileName: string; source: string; sha256: string }

/** Every KPI of a score: what was counted, where it stands, what it came to and how much it weighs. */
export function KpiBreakdown({
  kpis,
  order,
  sources,
}: {
  kpis: Readonly<Record<string, Kpi>>
  /** The KPIs in the order of the model. */
  order: readonly string[]
  sources: ReadonlyMap<string, Source>
}) {
  return (
    <TableFrame label="The KPIs of the score">
      <table className="tbl cards">
        <caption className="sr-only">KPIs with their figures, values and sources</caption>
        <thead>
          <tr>
            <th scope="col">KPI</th>
            <th scope="col">Counted</th>
            <th scope="col" className="n">
              Figure
            </th>
            <th scope="col" className="n">
              Value of 100
            </th>
            <th scope="col" className="n">
              Weight
            </th>
            <th scope="col" className="n">
              Points
            </th>
            <th scope="col">Stands in</th>
          </tr>
        </thead>
        <tbody>
          {[ABUSE, ...order].map((id) => {
            const kpi = kpis[id]
            return (
              kpi && (
                <KpiRow
                  key={id}
                  id={id}
                  kpi={kpi}
                  source={kpi.fileId ? sources.get(kpi.fileId) : undefined}
                />
              )
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}

function KpiRow({ id, kpi, source }: { id: string; kpi: Kpi; source?: Source }) {
  const { numerator, denominator, raw, value, low, high, weightBp, line, note } = kpi
  const words = id === ABUSE ? gateWords : wordsOfKpi(id)
  const counted =
    words && numerator !== null && denominator !== null && raw !== null
      ? `${sayCount(numerator, words.numerator)}, of ${sayCount(denominator, words.denominator)}`
      : 'Insufficient data'
  return (
    <tr>
      <th scope="row">{words?.name ?? id}</th>
      <td className="small" data-label="Counted">
        {note ?? counted}
      </td>
      <td className="n num whitespace-nowrap" data-label="Figure">
        {raw === null ? '' : rawWords(id, raw)}
      </td>
      <td className="n num whitespace-nowrap" data-label="Value of 100">
        {value !== null && (
          <span>
            {Math.round(value * 100)}
            {low !== null && high !== null && high - low > 0.005 && (
              <span className="small muted">
                {' '}
                {Math.round(low * 100)}–{Math.round(high * 100)}
              </span>
            )}
          </span>
        )}
      </td>
      <td className="n num" data-label="Weight">
        {weightBp !== null && `${weightBp / 100} %`}
      </td>
      <td className="n num" data-label="Points">
        {value !== null && weightBp !== null && ((value * weightBp) / 100).toFixed(1)}
      </td>
      <td className="small" data-label="Stands in">
        {source && (
          <span>
            {source.fileName}
            {line !== null && `, line ${line}`}
            <span className="block muted mono" title={source.sha256}>
              {source.sha256.slice(0, 12)}…
            </span>
          </span>
        )}
      </td>
    </tr>
  )
}
