import Link from 'next/link'
import { lotStatus } from '@/components/auction/describe-room'
import { Sort } from '@/components/labels/sort'
import { Money } from '@/components/money/money'
import { Countdown } from '@/components/time/countdown'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { SectionHead } from '@/components/ui/section-head'
import { Status } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { ControlRoom } from '@/domain/rounds/control-queries'

const FIRST = 25

/** The lots of the round, newest event first. */
export function LotTable({ lots, now }: { lots: ControlRoom['lots']; now: Date }) {
  const running = lots.filter(({ state }) => state === 'open').length
  const allotted = lots.filter(({ outcome }) => outcome === 'allotted').length
  if (lots.length === 0) return <EmptyState title="This round has no lots yet." />
  return (
    <section>
      <SectionHead title="Lots" minor>
        <span className="small">
          Newest event first. {running} running{allotted > 0 && `, ${allotted} allotted at the reserve`}.
        </span>
      </SectionHead>
      <Rows lots={lots.slice(0, FIRST)} now={now} label="Lots" />
      {lots.length > FIRST && (
        <details className="mt-3">
          <summary className="small">Show the other {lots.length - FIRST} lots</summary>
          <Rows lots={lots.slice(FIRST)} now={now} label="Other lots" />
        </details>
      )}
    </section>
  )
}

function Rows({ lots, now, label }: { lots: ControlRoom['lots']; now: Date; label: string }) {
  return (
    <TableFrame label={label}>
      <table className="tbl tight">
        <thead>
          <tr>
            <th>Lot</th>
            <th>State</th>
            <th className="n">Price, US$</th>
            <th className="n">Bidders</th>
            <th className="n">Leader</th>
            <th className="n">Last event, UTC</th>
            <th className="n">Left</th>
            <th>
              <span className="sr-only">Watch</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => (
            <LotRow key={lot.id} lot={lot} now={now} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function LotRow({ lot, now }: { lot: ControlRoom['lots'][number]; now: Date }) {
  const { status, word } = lotStatus[lot.state]
  return (
    <tr>
      <td>
        <Sort label={lot.label} status={status} size={34} />
      </td>
      <td>
        <Status status={status} word={word} />
      </td>
      <td className="n">{lot.priceMinor === null ? '–' : <Money minor={lot.priceMinor} plain />}</td>
      <td className="n">{lot.bidders}</td>
      <td className="n">{leaderWords(lot)}</td>
      <td className="n">{lot.lastEventAt ? lot.lastEventAt.toISOString().slice(11, 19) : '–'}</td>
      <td className="n">
        {lot.state === 'open' && lot.closesAt ? (
          <Countdown until={lot.closesAt.toISOString()} now={now.toISOString()} over="closing" />
        ) : (
          '–'
        )}
      </td>
      <td className="n">
        <Link
          className="icon-btn"
          href={`/room/${lot.id}`}
          prefetch={false}
          aria-label={`Watch ${lot.label}`}
        >
          <Icon name="eye" />
        </Link>
      </td>
    </tr>
  )
}

function leaderWords({ outcome, leader }: ControlRoom['lots'][number]): string {
  if (outcome === 'allotted') return 'sole applicant'
  if (outcome === 'returned') return 'nobody qualified'
  return leader === null ? '–' : `paddle ${leader}`
}
