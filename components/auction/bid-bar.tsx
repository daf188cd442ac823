'use client'

import { useState } from 'react'
import { LabelName } from '@/components/labels/label-name'
import { HoldFocus } from '@/components/ui/hold-focus'
import { Mark } from '@/components/ui/status'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { standingOf } from './describe-room'
import type { Bidding } from './run-bidding'

/** On a phone: what comes next, how one stands and the button, fixed within reach; the bid is made inside the bar. */
export function BidBar({
  room,
  bidding,
  disabled,
  next,
  button,
  children,
}: {
  room: RoomSnapshot
  bidding: Bidding
  disabled: boolean
  next: React.ReactNode
  button: string
  /** The form. */
  children: React.ReactNode
}) {
  const [open, setOpen] = useState(false)
  const { word, tone, icon } = standingOf(room)
  return (
    <section className="bid-bar" aria-label="Bid">
      <div className="row between small mb-2">
        <span className="num soft">{next}</span>
        <Mark tone={tone} icon={icon}>
          {word}
        </Mark>
      </div>
      <HoldFocus of={open ? 'open' : 'shut'} label="Bid">
        {open ? (
          <>
            {children}
            {bidding.step.at === 'ready' && (
              <button type="button" className="btn wide mt-2" onClick={() => setOpen(false)}>
                Not now
              </button>
            )}
          </>
        ) : (
          <button
            type="button"
            className="btn primary l wide"
            disabled={disabled}
            onClick={() => setOpen(true)}
          >
            {button}{' '}
            <span className="sr-only">
              for <LabelName label={room.lot.label} />
            </span>
          </button>
        )}
      </HoldFocus>
    </section>
  )
}
