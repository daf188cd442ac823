'use client'

import { useState } from 'react'
import { LabelName } from '@/components/labels/label-name'
import { HoldFocus } from '@/components/ui/hold-focus'
import { Mark } from '@/components/ui/status'
import type { Standing } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'
import { standingWords } from './describe-room'
import { PlaceBid } from './place-bid'

type Props = React.ComponentProps<typeof PlaceBid> & { nextMinor: string | null; standing: Standing }

/** On a phone: the next bid, how one stands and the button, fixed within reach; the bid is made inside the bar. */
export function BidBar({ nextMinor, standing, ...form }: Props) {
  const [open, setOpen] = useState(false)
  const { word, tone, icon } = standingWords[standing]
  return (
    <section className="bid-bar" aria-label="Bid">
      <div className="row between small mb-2">
        <span className="num soft">
          {nextMinor !== null && (
            <>
              Next valid bid <b>{formatMoney(BigInt(nextMinor))}</b>
            </>
          )}
        </span>
        <Mark tone={tone} icon={icon}>
          {word}
        </Mark>
      </div>
      <HoldFocus of={open ? 'open' : 'shut'} label="Bid">
        {open ? (
          <>
            <PlaceBid {...form} />
            {form.bidding.step.at === 'ready' && (
              <button type="button" className="btn wide mt-2" onClick={() => setOpen(false)}>
                Not now
              </button>
            )}
          </>
        ) : (
          <button
            type="button"
            className="btn primary l wide"
            disabled={form.disabled}
            onClick={() => setOpen(true)}
          >
            {form.leading ? 'Raise my maximum' : 'Bid'}{' '}
            <span className="sr-only">
              for <LabelName label={form.label} />
            </span>
          </button>
        )}
      </HoldFocus>
    </section>
  )
}
