import { LabelName } from '@/components/labels/label-name'
import { MoneyInput } from '@/components/ui/money-input'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import { LabelLink } from '../../../../_parts/label-link'
import type { FoundRound } from '../../_parts/read-round'
import { TakeOutButton } from './take-out-name'

/** The names of the round with a reserve each. */
export function ReserveTable({ lots, editable }: { lots: FoundRound['lots']; editable: boolean }) {
  return (
    <TableFrame label="Reserves">
      <table className="tbl">
        <caption className="sr-only">Names in this round, each with its reserve</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Label</th>
            <th scope="col">Reserve</th>
            {editable && (
              <th scope="col">
                <span className="sr-only">Take out</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lots.map(({ lot, labelState, flaggedAt }, index) => (
            <tr key={lot.id}>
              <th scope="row">
                <LabelLink label={lot.label}>
                  <LabelName label={lot.label} />
                </LabelLink>
              </th>
              <td>
                {flaggedAt ? (
                  <Mark tone="warn" icon="flag">
                    Flagged
                  </Mark>
                ) : (
                  labelState
                )}
              </td>
              <td>
                <input type="hidden" name={`reserves.${index}.lotId`} value={lot.id} />
                <MoneyInput
                  name={`reserves.${index}.reserveMinor`}
                  label={<span className="sr-only">Reserve of {lot.label}.org in US dollars</span>}
                  defaultMinor={lot.reserveMinor}
                />
              </td>
              {editable && (
                <td className="n">
                  <TakeOutButton lotId={lot.id} label={lot.label} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
