import { Money } from '@/components/money/money'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import type { ProceedsRow } from '@/domain/proceeds/public-queries'

/** Names, the sum of their prices and what was paid of it, row by row and in all. */
export function ProceedsTable({ title, of, rows }: { title: string; of: string; rows: ProceedsRow[] }) {
  const id = of.toLowerCase()
  const sum = (read: (row: ProceedsRow) => bigint) => rows.reduce((all, row) => all + read(row), 0n)
  return (
    <section className="sec" aria-labelledby={id}>
      <SectionHead title={title} id={id} minor />
      <TableFrame label={title}>
        <table className="tbl cards">
          <caption className="sr-only">Names awarded, prices and payments, by {id}</caption>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col" className="n">
                Names awarded
              </th>
              <th scope="col" className="n">
                Sum of prices
              </th>
              <th scope="col" className="n">
                Paid of it
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, names, awardedMinor, receivedMinor }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td className="n" data-label="Names awarded">
                  {names}
                </td>
                <td className="n" data-label="Sum of prices">
                  <Money minor={awardedMinor} />
                </td>
                <td className="n" data-label="Paid of it">
                  <Money minor={receivedMinor} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>In all</td>
              <td className="n" data-label="Names awarded">
                {rows.reduce((all, { names }) => all + names, 0)}
              </td>
              <td className="n" data-label="Sum of prices">
                <Money minor={sum(({ awardedMinor }) => awardedMinor)} />
              </td>
              <td className="n" data-label="Paid of it">
                <Money minor={sum(({ receivedMinor }) => receivedMinor)} />
              </td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
    </section>
  )
}
