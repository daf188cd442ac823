import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { RoundStatus } from '@/components/rounds/round-status'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import { nextDate } from '@/domain/rounds/next-date'
import { phasesForOfficers } from '@/domain/rounds/officer-queries'
import { phaseName } from '@/domain/rounds/round-name'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = { title: 'Rounds, for officers' }

export default async function RoundsPage() {
  const person = await requirePerson()
  const phases = await phasesForOfficers(person, undefined)
  if (!phases) notFound()
  const zone = await viewerZone()
  return (
    <div className="wrap page space-y-10">
      <div className="row between">
        <h1>Rounds</h1>
        <div className="row">
          <Button href="/admin/phases">Phases</Button>
          {may(person, 'round.create') === 'yes' && phases.length > 0 && (
            <Button variant="primary" icon="plus" href="/admin/rounds/new">
              New round
            </Button>
          )}
        </div>
      </div>
      {phases.length === 0 && (
        <EmptyState
          title="There is no phase yet"
          action={<Button href="/admin/phases">Make the first</Button>}
        >
          A phase is a stage of the Programme; it holds rounds (R3.1).
        </EmptyState>
      )}
      {phases.map((phase) => (
        <section key={phase.id} aria-labelledby={phase.id}>
          <SectionHead title={phaseName(phase)} id={phase.id}>
            {phase.publishedAt ? 'Published' : 'Not published'}
          </SectionHead>
          {phase.rounds.length === 0 ? (
            <EmptyState title="No round yet" sorts={false} />
          ) : (
            <RoundsTable rounds={phase.rounds} zone={zone} caption={`Rounds of phase ${phase.number}`} />
          )}
        </section>
      ))}
    </div>
  )
}

type Rounds = NonNullable<Awaited<ReturnType<typeof phasesForOfficers>>>[number]['rounds']

function RoundsTable({ rounds, zone, caption }: { rounds: Rounds; zone: string; caption: string }) {
  return (
    <TableFrame label={caption}>
      <table className="tbl">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Round</th>
            <th scope="col">State</th>
            <th scope="col" className="n pe-6">
              Names
            </th>
            <th scope="col">Next</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map(({ round, lots }) => {
            const next = nextDate(round.state, round)
            return (
              <tr key={round.id}>
                <th scope="row">
                  <Link href={`/admin/rounds/${round.id}`} prefetch={false}>
                    {round.number}: {round.name}
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
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}
