import { Money } from '@/components/money/money'
import { Notice } from '@/components/ui/notice'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import { fineDollars } from '@/domain/statements/fractions'
import type { StatementContent } from '@/domain/statements/statement-content'

type Reading = StatementContent['tables'][number]
type Fee = NonNullable<Reading['fee']>

const effect = ({ atCap, feeMinor, feeWithoutMinor }: Fee) => {
  if (feeMinor !== feeWithoutMinor) return <Money minor={BigInt(feeMinor) - BigInt(feeWithoutMinor)} />
  return atCap ? 'None: the rate is at its cap without it' : 'None: the rate is the same without it'
}

const ROWS: { name: string; value(fee: Fee): React.ReactNode }[] = [
  { name: 'Average annual price', value: ({ averageMinor }) => fineDollars(averageMinor) },
  {
    name: 'The same without the Programme',
    value: ({ averageWithoutMinor }) => fineDollars(averageWithoutMinor),
  },
  {
    name: 'Rate per increment',
    value: ({ ratePerIncrementMinor }) => <Money minor={ratePerIncrementMinor} />,
  },
  {
    name: 'Fee',
    value: ({ feeMinor }) => (
      <b>
        <Money minor={feeMinor} />
      </b>
    ),
  },
  { name: 'What the Programme adds to the fee', value: effect },
]

/** Average, rate and fee by each reading of the table, side by side; that none is verified is said above and in each. */
export function FeeReadings({ tables }: { tables: Reading[] }) {
  const unverified = tables.some(({ verified }) => !verified)
  return (
    <>
      {unverified && (
        <Notice tone="warn" title="Compare the table with the signed agreement before you pay">
          The schedule of 7.2(a) was not seen. Both readings keep to what is public: at least US$0.15, at most
          US$0.25 for each increment.
        </Notice>
      )}
      {tables.every(({ fee }) => !fee) ? (
        <p className="mt-4">Without annual increments there is no average price, so no rate and no fee.</p>
      ) : (
        <TableFrame label="Fee by each reading of the table">
          <table className="tbl mt-4">
            <caption className="sr-only">Average, rate and fee by each reading</caption>
            <thead>
              <tr>
                <td />
                {tables.map(({ id, name, verified }) => (
                  <th key={id} scope="col" className="n">
                    {name}
                    <br />
                    <Mark
                      tone={verified ? 'good' : 'warn'}
                      icon={verified ? 'circle-check' : 'triangle-alert'}
                    >
                      {verified ? 'Verified' : 'Unverified'}
                    </Mark>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ROWS.map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {tables.map(({ id, fee }) => (
                    <td key={id} className="n num">
                      {fee && value(fee)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      <p className="small soft mt-3">
        The average is rounded half up for reading; the rate follows from the exact one.
      </p>
    </>
  )
}
