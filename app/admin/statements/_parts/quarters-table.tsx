import Link from 'next/link'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { statementsOverview } from '@/domain/statements/queries'

type Quarters = NonNullable<Awaited<ReturnType<typeof statementsOverview>>>['quarters']

/** The quarters that figures are recorded for, and whether their statement is frozen. */
export function QuartersTable({ quarters, zone }: { quarters: Quarters; zone: string }) {
  return (
    <TableFrame label="Quarters">
      <table className="tbl mt-4 cards">
        <caption className="sr-only">Quarters with their figures and statements</caption>
        <thead>
          <tr>
            <th scope="col">Quarter</th>
            <th scope="col" className="n">
              Ordinary revenue
            </th>
            <th scope="col" className="n">
              Annual increments
            </th>
            <th scope="col" className="md:pl-8">
              Recorded
            </th>
            <th scope="col">Statement</th>
          </tr>
        </thead>
        <tbody>
          {quarters.map(({ id, quarter, revenueMinor, increments, source, recordedAt, frozen }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/admin/statements/${quarter}`} prefetch={false}>
                  {quarter}
                </Link>
              </th>
              <td className="n" data-label="Ordinary revenue">
                <Money minor={revenueMinor} />
              </td>
              <td className="n num" data-label="Annual increments">
                {increments.toLocaleString('en')}
              </td>
              <td className="small md:pl-8" data-label="Recorded">
                <When at={recordedAt} zone={zone} />
                <br />
                <span className="muted">{source}</span>
              </td>
              <td data-label="Statement">
                {frozen ? (
                  <Mark tone="good" icon="circle-check">
                    Frozen, version {frozen.version}
                  </Mark>
                ) : (
                  <Mark tone="quiet" icon="circle">
                    Not frozen
                  </Mark>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
