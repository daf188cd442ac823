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
import type { AuctionFormat } from '@/db/schema/rounds'
import type { ControlRoom } from '@/domain/rounds/control-queries'
import { showsBids, showsPrice } from '@/domain/rounds/format-words'
import { formatRemaining } from '@/lib/time/format-remaining'

const FIRST = 25

/** The lots of the round, newest event first. */
export function LotTable({
  lots,
  format,
  now,
}: {
  lots: ControlRoom['lots']
  format: AuctionFormat
  now: Date
}) {
  const count = (wanted: string) => lots.filter(({ state }) => state === wanted).length
  const held = count('suspended')
  const allotted = lots.filter(({ outcome }) => outcome === 'allotted').length
  if (lots.length === 0) return <EmptyState title="This round has no lots yet." />
  const rows = { format, now }
  return (
    <section>
      <SectionHead title="Lots" minor>
        <span className="small">
          {showsBids(format) && 'Newest event first. '}
          {held > 0 ? `${held} suspended` : `${count('open')} running`}
          {allotted > 0 && `, ${allotted} allotted at the reserve`}.
        </span>
      </SectionHead>
      {!showsPrice(format) && (
        <p className="small soft mt-2">
          Bids are sealed: nobody sees here whether there are any, or what they state, before they are opened.
        </p>
      )}
      <Rows lots={lots.slice(0, FIRST)} label="Lots" {...rows} />
      {lots.length > FIRST && (
        <details className="mt-3">
          <summary className="small">Show the other {lots.length - FIRST} lots</summary>
          <Rows lots={lots.slice(FIRST)} label="Other lots" {...rows} />
        </details>
      )}
    </section>
  )
}

type RowsProps = { format: AuctionFormat; now: Date }

function Rows({ lots, label, format, now }: RowsProps & { lots: ControlRoom['lots']; label: string }) {
  return (
    <TableFrame label={label}>
      <table className="tbl tight">
        <thead>
          <tr>
            <th>Lot</th>
            <th>State</th>
            {headings(format).map((heading) => (
              <th className="n" key={heading}>
                {heading}
              </th>
            ))}
            <th className="n">Left</th>
            <th>
              <span className="sr-only">Watch</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => (
            <LotRow key={lot.id} lot={lot} format={format} now={now} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function headings(format: AuctionFormat): string[] {
  if (format === 'open-ascending') return ['Price, US$', 'Bidders', 'Leader', 'Last event, UTC']
  return format === 'ascending-clock'
    ? ['Round', 'Start, US$', 'End, US$', 'Bidders', 'Remaining']
    : ['Reserve, US$', 'Bidders']
}

function LotRow({ lot, format, now }: RowsProps & { lot: ControlRoom['lots'][number] }) {
  const { status, word } = lotStatus[lot.state]
  return (
    <tr>
      <td>
        <Sort label={lot.label} status={status} size={34} />
      </td>
      <td>
        <Status status={status} word={lot.state === 'open' ? clockWord(lot) : word} />
      </td>
      <Figures lot={lot} format={format} />
      <td className="n">
        <TimeLeft lot={lot} now={now} />
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

/** Counts down while bids are taken; stands still with what is kept while the round is suspended. */
function TimeLeft({ lot, now }: { lot: ControlRoom['lots'][number]; now: Date }) {
  if (lot.heldMs !== null) return <>kept {formatRemaining(lot.heldMs)}</>
  if (lot.state !== 'open' || !lot.closesAt) return <>–</>
  return <Countdown until={lot.closesAt.toISOString()} now={now.toISOString()} over="closing" />
}

/** What an officer sees of a lot: as much as the format shows to everyone. */
function Figures({ lot, format }: { lot: ControlRoom['lots'][number]; format: AuctionFormat }) {
  const { clock } = lot
  if (format === 'open-ascending')
    return (
      <>
        <td className="n">{lot.priceMinor === null ? '–' : <Money minor={lot.priceMinor} plain />}</td>
        <td className="n">{lot.bidders}</td>
        <td className="n">{leaderWords(lot)}</td>
        <td className="n">{lot.lastEventAt ? lot.lastEventAt.toISOString().slice(11, 19) : '–'}</td>
      </>
    )
  if (format !== 'ascending-clock')
    return (
      <>
        <td className="n">
          <Money minor={lot.reserveMinor} plain />
        </td>
        <td className="n">{lot.bidders}</td>
      </>
    )
  const shown = clock?.state === 'recess' && clock.next ? clock.next : clock
  return (
    <>
      <td className="n">{shown?.round ?? '–'}</td>
      <td className="n">{shown ? <Money minor={shown.startMinor} plain /> : '–'}</td>
      <td className="n">{shown ? <Money minor={shown.endMinor} plain /> : '–'}</td>
      <td className="n">{lot.bidders}</td>
      <td className="n">{clock?.remaining ?? '–'}</td>
    </>
  )
}

/** Between two rounds nobody can bid, though the lot is open. */
function clockWord({ clock }: ControlRoom['lots'][number]): string | undefined {
  return clock?.state === 'recess' ? 'Recess, next round' : undefined
}

function leaderWords({ outcome, leader }: ControlRoom['lots'][number]): string {
  if (outcome === 'allotted') return 'sole applicant'
  if (outcome === 'returned') return 'nobody qualified'
  return leader === null ? '–' : `paddle ${leader}`
}
