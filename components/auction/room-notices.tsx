import { Notice } from '@/components/ui/notice'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import type { RoomFacts } from './run-room'

/** What stands above everything else: a lost connection, a suspended or cancelled round. */
export function RoomNotices({
  room: { lot, round },
  lost,
  bidDesk,
}: {
  room: RoomSnapshot
  lost: boolean
  bidDesk: RoomFacts['bidDesk']
}) {
  return (
    <>
      {lost && (
        <div className="pt-4" role="alert">
          <Notice tone="bad" title="The connection to the auction is lost">
            Bids are off until it is back. What you see may be old. Accepted bids stand.
          </Notice>
        </div>
      )}
      {(lot.state === 'suspended' || lot.state === 'cancelled') && (
        <div className="pt-4">
          <Notice
            tone="warn"
            title={lot.state === 'suspended' ? 'Bidding is suspended' : 'This round was cancelled'}
          >
            {round.publicReason}
          </Notice>
        </div>
      )}
      <noscript>
        <div className="pt-4">
          <Notice tone="warn" title="Bidding here needs JavaScript">
            This page shows the auction as it was when you loaded it.
            {bidDesk && ` To bid without it, call the bid desk at ${bidDesk.number}.`}
          </Notice>
        </div>
      </noscript>
    </>
  )
}

/** Where the form would be, the reason why there is none. `whileOpen` is the reason of the format. */
export function WhyNoBid({
  room: { lot, me, watching },
  whileOpen,
}: {
  room: RoomSnapshot
  whileOpen?: React.ReactNode
}) {
  if (watching) return <p className="soft">You are watching. You cannot bid because {watching}</p>
  if (!me) return null
  const led = me.standing === 'led-at-close' || me.standing === 'allotted'
  const sentences: Record<typeof lot.state, React.ReactNode> = {
    waiting: 'The form appears here when bidding opens. Keep this page open.',
    open: whileOpen,
    suspended: 'The form comes back when the round is resumed.',
    closed: `Bidding is over${led ? ' and you led at the close' : ''}. The result becomes final once every event has been checked; we write to you then.`,
    final: 'This auction is over. The result is on the page of the name.',
    cancelled: 'Nothing you bid here binds you any more.',
  }
  return <div className="soft">{sentences[lot.state]}</div>
}
