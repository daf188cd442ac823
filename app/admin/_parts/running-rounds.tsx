import Link from 'next/link'
import { RoundStatus } from '@/components/rounds/round-status'
import { Countdown } from '@/components/time/countdown'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import { nextDate } from '@/domain/rounds/next-date'
import type { startForOfficers } from '@/domain/rounds/officer-queries'

export type Start = NonNullable<Awaited<ReturnType<typeof startForOfficers>>>

/** Rounds that are not over, each with what it waits for and how long that is. */
export function RunningRounds({ start: { running, now }, zone }: { start: Start; zone: string }) {
  return (
    <section aria-labelledby="running">
      <SectionHead title="Rounds" id="running" link={{ href: '/admin/rounds', text: 'All rounds' }} />
      {running.length === 0 ? (
        <EmptyState title="No round is under way">
          <a href="/admin/rounds">Draft one</a>
        </EmptyState>
      ) : (
        <TableFrame label="Rounds under way">
          <table className="tbl">
            <caption className="sr-only">Rounds under way</caption>
            <thead>
              <tr>
                <th scope="col">Round</th>
                <th scope="col">State</th>
                <th scope="col" className="n pe-6">
                  Names
                </th>
                <th scope="col">Next</th>
                <th scope="col" className="n">
                  Left
                </th>
              </tr>
            </thead>
            <tbody>
              {running.map(({ round, phase, lots }) => {
                const next = nextDate(round.state, round)
                return (
                  <tr key={round.id}>
                    <th scope="row">
                      <Link href={`/admin/rounds/${round.id}`} prefetch={false}>
                        Phase {phase}, round {round.number}: {round.name}
                      </Link>
                    </th>
                    <td>
                      <RoundStatus state={round.state} />
                    </td>
                    <td className="n pe-6">{lots}</td>
                    <td>
                      {next ? (
                        <>
                          {next.what}: <When at={next.at} zone={zone} />
                        </>
                      ) : (
                        '–'
                      )}
                    </td>
                    <td className="n">
                      {next ? (
                        <Countdown until={next.at.toISOString()} now={now.toISOString()} over="due" />
                      ) : (
                        '–'
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  )
}
