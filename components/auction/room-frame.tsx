import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { BidBar } from './bid-bar'
import { RoomBoard } from './room-board'
import { RoomLog } from './room-log'
import { WhyNoBid } from './room-notices'
import { RoomSide } from './room-side'
import type { Bidding } from './run-bidding'
import type { RoomFacts } from './run-room'

type Props = {
  room: RoomSnapshot
  facts: RoomFacts
  now: number
  lost: boolean
  bidding: Bidding
  /** What the clock means while bidding runs. */
  whileOpen: string
  /** The cell of the format: its one large number. */
  price: React.ReactNode
  /** What stands beneath one's standing. */
  mine: React.ReactNode
  /** Present while this person may bid here. */
  form: React.ReactNode
  /** Why there is no form while the lot is open, where the format knows. */
  whyNot?: React.ReactNode
  /** Beside the form. */
  side: React.ReactNode
  /** The bar of a phone: what comes next, and the word on its button. */
  bar: { next: React.ReactNode; button: string }
  /** Beneath: the picture of the format, and what the page puts there. */
  children: React.ReactNode
}

/** The same room for every format: time, price and standing; the bid; the log; on a phone the bid within reach. */
export function RoomFrame({ room, facts, now, lost, bidding, whileOpen, price, mine, ...slots }: Props) {
  const { form, whyNot, side, bar, children } = slots
  return (
    <div className={form ? 'wrap has-bid-bar' : 'wrap'}>
      <RoomBoard room={room} zone={facts.zone} now={now} whileOpen={whileOpen} price={price} mine={mine} />
      <div className="bid-row">
        <div>{form || <WhyNoBid room={room} whileOpen={whyNot} />}</div>
        <RoomSide room={room} facts={facts}>
          {side}
        </RoomSide>
      </div>
      <div className="room-lower">
        <section>{children}</section>
        <RoomLog room={room} />
      </div>
      {form && (
        <BidBar room={room} bidding={bidding} disabled={lost} next={bar.next} button={bar.button}>
          {form}
        </BidBar>
      )}
    </div>
  )
}
