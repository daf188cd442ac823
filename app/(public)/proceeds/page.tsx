import type { Metadata } from 'next'
import Link from 'next/link'
import { Money } from '@/components/money/money'
import { DefinitionList } from '@/components/ui/definition-list'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import { proceedsByPhase } from '@/domain/results/proceeds'

export const metadata: Metadata = {
  title: 'Proceeds',
  description: 'What the allocation of short .ORG names came to, phase by phase, and where it goes.',
}

export default async function Proceeds() {
  const rows = await proceedsByPhase()
  const total = rows.reduce((sum, { awardedMinor }) => sum + awardedMinor, 0n)
  return (
    <div className="wrap page">
      <h1>Proceeds</h1>
      <div className="aside sec pt-8!">
        <section aria-labelledby="phases">
          <SectionHead title="Phase by phase" id="phases" minor />
          {rows.length === 0 ? (
            <div className="pt-6">
              <EmptyState title="No round is final yet">
                The sums appear here with the first results.
              </EmptyState>
            </div>
          ) : (
            <TableFrame label="Proceeds by phase">
              <table className="tbl">
                <caption className="sr-only">Names awarded and sums, by phase</caption>
                <thead>
                  <tr>
                    <th scope="col">Phase</th>
                    <th scope="col" className="n">
                      Names awarded
                    </th>
                    <th scope="col" className="n">
                      Sum of prices
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ phase, name, names, awardedMinor }) => (
                    <tr key={phase}>
                      <th scope="row">
                        Phase {phase}
                        {name !== `Phase ${phase}` && `, ${name}`}
                      </th>
                      <td className="n">{names}</td>
                      <td className="n">
                        <Money minor={awardedMinor} />
                      </td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <td>All phases</td>
                    <td className="n">{rows.reduce((sum, { names }) => sum + names, 0)}</td>
                    <td className="n">
                      <Money minor={total} />
                    </td>
                  </tr>
                </tfoot>
              </table>
            </TableFrame>
          )}
          <p className="small soft mt-3">
            Prices of final results, from the same records as{' '}
            <Link href="/results" prefetch={false}>
              the results
            </Link>
            . Awarded is not yet received: payments and what follows from a default are not part of these
            sums.
          </p>
        </section>
        <section aria-labelledby="shares">
          <SectionHead title="Where it goes" id="shares" minor />
          <DefinitionList
            figures
            items={[
              { term: 'Work of the Internet Society', value: 'more than half' },
              { term: 'The registry’s own mission', value: 'the rest' },
            ]}
          />
          <p className="small soft mt-3">
            As Public Interest Registry states of its proceeds. It is a statement of practice, not a term of
            the agreement; exact shares by date will stand here once the registry has entered them (
            <Link href="/rules#R14.3" prefetch={false}>
              R14.3
            </Link>
            ).
          </p>
        </section>
      </div>
    </div>
  )
}
