import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { publicPhases } from '@/domain/rounds/public-queries'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { PhaseTimetable } from '../_parts/phase-timetable'
import { RoundRows } from '../_parts/round-rows'

export const metadata: Metadata = {
  title: 'Rounds',
  description:
    'Phases and rounds in which short .ORG names are allocated: dates, names, settings and results.',
}

export default async function Rounds() {
  const [phases, zone] = await Promise.all([publicPhases(), viewerZone()])
  const now = processNow()
  const any = phases.some(({ rounds }) => rounds.length > 0)
  return (
    <div className="wrap page">
      <div className="row between items-end">
        <div>
          <h1 className="mb-2">Phases and rounds</h1>
          <p className="soft">
            A phase is a stage of the Programme. Each of its rounds offers some names under one set of rules,
            frozen before applications open.
          </p>
        </div>
        {any && (
          <Button href="/rounds/calendar.ics" icon="calendar-plus" download>
            All dates
          </Button>
        )}
      </div>
      {phases.length === 0 && (
        <div className="mt-8">
          <EmptyState
            title="No phase is published yet"
            action={<Button href="/rules">Read the rules</Button>}
          >
            Phases appear here with their rounds, dates and settings before applications open.
          </EmptyState>
        </div>
      )}
      {phases.toReversed().map((phase) => (
        <div key={phase.id}>
          {phase.rounds.length > 0 ? (
            <>
              <PhaseTimetable phase={phase} zone={zone} now={now} />
              {phase.name !== `Phase ${phase.number}` && <h3 className="mt-8">{phase.name}</h3>}
              {phase.summary && <p className="soft mt-3 mb-3">{phase.summary}</p>}
              <RoundRows rounds={phase.rounds} zone={zone} now={now} />
            </>
          ) : (
            <section className="sec">
              <h2>Phase {phase.number}</h2>
              <p className="soft mt-2">{phase.summary || phase.name}</p>
              <p className="small muted mt-2">No round of this phase is announced yet.</p>
            </section>
          )}
        </div>
      ))}
    </div>
  )
}
