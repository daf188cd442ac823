import { When } from '@/components/time/when'
import { formatMoney } from '@/lib/money'
import { AsTable } from './as-table'

/** One accepted change of the price. `who` is what the table says of it: a paddle, or nothing. */
export type PriceStep = { at: Date; minor: bigint; mine?: boolean; who?: string }

const COLUMNS = [{ name: 'When' }, { name: 'By' }, { name: 'Price', figures: true }] as const

/** The figures of a price path. */
export function StepTable({ title, steps }: { title: string; steps: PriceStep[] }) {
  return (
    <AsTable title={title} columns={COLUMNS}>
      {steps.map(({ at, minor, mine, who }) => (
        <tr key={`${at.getTime()} ${minor}`}>
          <td>
            <When at={at} zone="UTC" seconds />
          </td>
          <td>{mine ? 'You' : (who ?? '')}</td>
          <td className="n">{formatMoney(minor)}</td>
        </tr>
      ))}
    </AsTable>
  )
}
