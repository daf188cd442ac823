import Link from 'next/link'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { casesForOfficers } from '@/domain/cases/queries'
import { findingWords } from '@/domain/cases/rules'
import { processNow } from '@/lib/clock'

type Cases = NonNullable<Awaited<ReturnType<typeof casesForOfficers>>>

/** Cases by deadline, who has each, and what was found. */
export function CasesTable({ cases, zone }: { cases: Cases; zone: string }) {
  const now = processNow()
  return (
    <TableFrame label="Cases">
      <table className="tbl mt-6 cards">
        <caption className="sr-only">Cases of confusing use</caption>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Name</th>
            <th scope="col">Reported by</th>
            <th scope="col">With</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ id, number, label, organisation, assignee, finding, dueAt, decidedAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/admin/cases/${id}`} prefetch={false} className="mono whitespace-nowrap">
                  {number}
                </Link>
              </th>
              <td data-label="Name">
                <LabelName label={label} />
              </td>
              <td data-label="Reported by">{organisation}</td>
              <td data-label="With">{assignee ?? <span className="muted">Nobody yet</span>}</td>
              <td data-label="State">
                {finding ? (
                  <Mark tone="good" icon="circle-check">
                    {findingWords[finding]}
                  </Mark>
                ) : (
                  <Mark
                    tone={dueAt && dueAt <= now ? 'bad' : 'warn'}
                    icon={dueAt && dueAt <= now ? 'triangle-alert' : 'circle'}
                  >
                    {dueAt && dueAt <= now ? 'Late' : 'Open'}
                  </Mark>
                )}
                <br />
                <small className="muted">
                  {decidedAt ? (
                    <When at={decidedAt} zone={zone} />
                  ) : (
                    dueAt && (
                      <>
                        by <When at={dueAt} zone={zone} />
                      </>
                    )
                  )}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
