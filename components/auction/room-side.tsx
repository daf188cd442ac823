import { Icon } from '@/components/ui/icon'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import type { Bidding } from './run-bidding'
import type { RoomFacts } from './run-room'

/** Beside the bid: what the format adds, the newest announcement, help. */
export function RoomSide({
  room: { announcements },
  facts,
  children,
}: {
  room: RoomSnapshot
  facts: RoomFacts
  children?: React.ReactNode
}) {
  const [newest] = announcements
  return (
    <div className="stack">
      {children}
      {newest && (
        <p className="small">
          <b>Announcement, {newest.at.slice(11, 16)} UTC:</b> {newest.text}
        </p>
      )}
      <p className="small soft row flex-nowrap items-baseline">
        <Icon name={facts.bidDesk ? 'phone' : 'info'} size="s" />
        <span>
          Trouble?{' '}
          {facts.bidDesk && (
            <>
              Bid desk{' '}
              <a href={facts.bidDesk.href} className="num">
                {facts.bidDesk.number}
              </a>{' '}
              ·{' '}
            </>
          )}
          <a href="/help">Help</a> · <a href={facts.roundHref}>Rules</a>
        </span>
      </p>
    </div>
  )
}

/** Bids of the next valid amount without a second question, for who switches it on. */
export function OneTap({ bidding }: { bidding: Bidding }) {
  return (
    <>
      <button
        type="button"
        className="btn wide"
        aria-pressed={bidding.oneTap}
        onClick={() => bidding.setOneTap(!bidding.oneTap)}
      >
        {bidding.oneTap ? 'Turn off one-tap bids' : 'Turn on one-tap bids'}
      </button>
      {bidding.oneTap && (
        <p className="small soft">
          The next valid bid goes out without a second question. Off again when the connection is lost.
        </p>
      )}
    </>
  )
}
