import { LabelName } from '@/components/labels/label-name'
import { Money } from '@/components/money/money'
import { DefinitionList } from '@/components/ui/definition-list'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import type { StatementContent } from '@/domain/statements/statement-content'
import { formatCalendarDay } from '@/lib/time/format-instant'

/** What goes into the fee: ordinary figures, then the Programme’s names with the day on which each counts. */
export function StatementSheet({ content }: { content: StatementContent }) {
  const { ordinary, programme } = content
  return (
    <>
      <DefinitionList
        figures
        items={[
          { term: 'Revenue of ordinary names', value: <Money minor={ordinary.revenueMinor} /> },
          { term: 'Revenue of the Programme', value: <Money minor={programme.revenueMinor} /> },
          {
            term: 'Annual increments',
            value: <span className="num">{BigInt(ordinary.increments).toLocaleString('en')}</span>,
          },
        ]}
      />
      <p className="small soft mt-3">
        Ordinary figures from {ordinary.source}. Revenue of the Programme: {programme.words}
      </p>
      <section className="sec" aria-labelledby="names">
        <SectionHead minor title="Names of the Programme" id="names">
          {programme.names.length}
        </SectionHead>
        {programme.names.length === 0 ? (
          <p className="mt-3">None counts in this quarter.</p>
        ) : (
          <TableFrame label="Names of the Programme">
            <table className="tbl mt-3">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Counts on</th>
                  <th scope="col" className="n">
                    Price
                  </th>
                  <th scope="col" className="n">
                    Counts as
                  </th>
                </tr>
              </thead>
              <tbody>
                {programme.names.map(({ awardId, label, day, priceMinor, countedMinor }) => (
                  <tr key={awardId}>
                    <th scope="row">
                      <LabelName label={label} />
                    </th>
                    <td>{formatCalendarDay(day)}</td>
                    <td className="n">
                      <Money minor={priceMinor} />
                    </td>
                    <td className="n">
                      <Money minor={countedMinor} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </section>
    </>
  )
}
