import { Form } from '@/components/ui/form'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { spell } from '@/domain/labels/spell'
import type { ControlRoom } from '@/domain/rounds/control-queries'
import { bidByPhone } from '../actions'
import { Panel } from './panel'

/** The bid of a bidder on the telephone: asked for by one officer after a call-back, placed when a second approves. */
export function PhoneBid({ room, bidder }: { room: ControlRoom; bidder: ControlRoom['bidders'][number] }) {
  const clock = room.round.format === 'ascending-clock'
  const lots = room.lots
    .filter(({ state, clock: here }) => state === 'open' && (!clock || here?.state === 'round'))
    .map(({ id, label, clock: here }) => ({
      value: here ? `${id}.${here.round}` : id,
      label: `${label}.org, ${spell(label)}${here ? `, round ${here.round}` : ''}`,
    }))
  return (
    <Panel title={`Bid by telephone for paddle ${bidder.paddle}`}>
      {lots.length === 0 ? (
        <p className="small soft">No name takes bids at this moment.</p>
      ) : (
        <Form action={bidByPhone}>
          <input type="hidden" name="roundId" value={room.round.id} />
          <input type="hidden" name="bidderId" value={bidder.id} />
          <p className="small soft">
            Call back the number on file of {bidder.organisation} and read the name and the amount back. The
            bid is decided when the second officer approves; the bidder gets the receipt.
          </p>
          <Select name="lot" label="Name" options={lots} />
          <MoneyInput name="amount" label={clock ? 'Bid in this round' : 'Most it would pay'} />
          <TextArea
            name="callBack"
            label="Call-back"
            hint="Whom you called, at which number on file, and when."
            rows={3}
          />
          <SubmitButton busy="Asking">Ask to place this bid</SubmitButton>
        </Form>
      )}
    </Panel>
  )
}
