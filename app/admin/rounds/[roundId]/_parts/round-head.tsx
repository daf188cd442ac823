import { RoundStatus } from '@/components/rounds/round-status'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { Tabs } from '@/components/ui/tabs'
import { roundName } from '@/domain/rounds/round-name'
import type { FoundRound } from './read-round'

const parts = [
  ['', 'Overview'],
  ['basics', 'Basics'],
  ['timetable', 'Timetable'],
  ['lots', 'Names'],
  ['rubric', 'Rubric'],
  ['settings', 'Money and rules'],
  ['approval', 'Check and approve'],
] as const

export type RoundPart = (typeof parts)[number][0]

/** Which round this is, where it stands, and its parts. `saved` says that the last form was kept. */
export function RoundHead({
  round,
  phase,
  part,
  saved,
}: Pick<FoundRound, 'round' | 'phase'> & { part: RoundPart; saved?: boolean }) {
  const home = `/admin/rounds/${round.id}`
  return (
    <header className="stack">
      <Breadcrumb
        items={[
          { text: `Phase ${phase.number}`, href: '/admin/phases' },
          { text: 'Rounds', href: '/admin/rounds' },
          { text: `Round ${round.number}` },
        ]}
      />
      <div className="row between">
        <h1>{roundName(round)}</h1>
        <RoundStatus state={round.state} />
      </div>
      <Tabs
        label="Parts of the round"
        items={parts.map(([path, text]) => ({
          href: path ? `${home}/${path}` : home,
          text,
          current: path === part,
        }))}
      />
      {saved && (
        <div role="status" className="[main:has(.err-sum)_&]:hidden">
          <Notice tone="good" title="Saved" />
        </div>
      )}
      {round.state !== 'draft' && part !== '' && (
        <Notice title="Frozen">
          The settings do not change after approval (R3.5). This page shows what was approved.
        </Notice>
      )}
    </header>
  )
}
