import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TableFrame } from '@/components/ui/table'
import { TextInput } from '@/components/ui/text-input'
import { type KpiId, kpiIds, kpiWords } from '@/domain/qpi/kpi-words'

type Content = {
  minimumDomains: number
  gate: { maxPer10k: number }
  kpis: readonly { id: string; weightBp: number; floor: number; target: number }[]
  feeds: readonly string[]
  definitions: { renewal: string; term: string; noAbuse: string }
}

const UNITS: Record<KpiId, string> = {
  renewal: 'share from 0 to 1',
  abuseTakedown: 'hours, fewer is better',
  usage: 'share from 0 to 1',
  ssl: 'share from 0 to 1',
  dnssec: 'share from 0 to 1',
  term: 'years',
}

/** The fields of a version, sent to the same page so that its effect can be seen; works without script. */
export function ModelFields({ present, typed }: { present: Content; typed?: (name: string) => string }) {
  const field = (name: string, now: string | number) => typed?.(name) ?? String(now)
  return (
    <form method="get" action="/admin/qpi/models/new" className="form wide">
      <TableFrame label="KPIs">
        <table className="tbl cards">
          <caption className="sr-only">Weight, floor and target of each KPI</caption>
          <thead>
            <tr>
              <th scope="col">KPI</th>
              <th scope="col">Weight, %</th>
              <th scope="col">0 points at</th>
              <th scope="col">Full points at</th>
            </tr>
          </thead>
          <tbody>
            {kpiIds.map((id) => {
              const kpi = present.kpis.find((each) => each.id === id)
              const cells = [
                [`weight.${id}`, kpi ? kpi.weightBp / 100 : 0, 'Weight, %'],
                [`floor.${id}`, kpi?.floor ?? 0, '0 points at'],
                [`target.${id}`, kpi?.target ?? 1, 'Full points at'],
              ] as const
              return (
                <tr key={id}>
                  <th scope="row">
                    {kpiWords[id].name}
                    <div className="small muted font-normal">{UNITS[id]}</div>
                  </th>
                  {cells.map(([name, now, what]) => (
                    <td key={name} data-label={what}>
                      <input
                        name={name}
                        className="in short"
                        inputMode="decimal"
                        aria-label={`${kpiWords[id].name}: ${what}`}
                        defaultValue={field(name, now)}
                      />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableFrame>
      <TextInput
        name="maxPer10k"
        label="Abuse gate: malicious names in 10,000, at most"
        inputMode="decimal"
        short
        defaultValue={field('maxPer10k', present.gate.maxPer10k)}
      />
      <TextInput
        name="minimumDomains"
        label="Least names to be ranked"
        inputMode="numeric"
        short
        defaultValue={field('minimumDomains', present.minimumDomains)}
      />
      <TextInput
        name="feeds"
        label="Abuse listings"
        hint="Their names, divided by commas. All of them must be there, or abuse is not measured."
        defaultValue={field('feeds', present.feeds.join(', '))}
      />
      <Select
        name="renewal"
        label="Renewal"
        defaultValue={field('renewal', present.definitions.renewal)}
        options={[
          { value: 'cohorts', label: 'From renewal cohorts' },
          { value: 'from-transactions', label: 'A proxy from the transactions report' },
        ]}
      />
      <Select
        name="term"
        label="Average term"
        defaultValue={field('term', present.definitions.term)}
        options={[
          { value: 'new-names', label: 'Of new names' },
          { value: 'new-and-renewed', label: 'Of new and renewed names' },
        ]}
      />
      <Select
        name="noAbuse"
        label="Takedown of a registrar without a malicious name"
        defaultValue={field('noAbuse', present.definitions.noAbuse)}
        options={[
          { value: 'at-target', label: 'Counts as the target' },
          { value: 'missing', label: 'Is missing' },
        ]}
      />
      <div className="actions">
        <Button type="submit" icon="eye">
          See the effect
        </Button>
      </div>
    </form>
  )
}
