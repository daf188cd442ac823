import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { Icon, type IconName } from '@/components/ui/icon'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { RoundState } from '@/db/schema/rounds'
import type { ControlRoom } from '@/domain/rounds/control-queries'
import { showsPrice } from '@/domain/rounds/format-words'
import { announce, extend, finalise, resume, strike, suspend } from '../actions'
import { Panel } from './panel'
import { PhoneBid } from './phone-bid'
import { ShowOpening } from './show-opening'

const acts = {
  announce: {
    title: 'Announce',
    icon: 'message-square',
    in: ['approved', 'applications', 'review', 'qualified', 'bidding', 'suspended', 'closed'],
  },
  extend: { title: 'Extend', icon: 'clock', in: ['bidding'] },
  suspend: {
    title: 'Suspend',
    icon: 'pause',
    in: ['approved', 'applications', 'review', 'qualified', 'bidding'],
  },
  resume: { title: 'Resume', icon: 'play', in: ['suspended'] },
} as const satisfies Record<string, { title: string; icon: IconName; in: readonly RoundState[] }>

/** What an officer may do in this state, each a link that opens its form beside the board. */
export function ActLinks({ state, open }: { state: RoundState; open: string | undefined }) {
  const possible = Object.entries(acts).filter(([, act]) => (act.in as readonly RoundState[]).includes(state))
  return (
    <nav className="row" aria-label="Acts">
      {possible.map(([name, { title, icon }]) => (
        <Link
          key={name}
          href={`?act=${name}#act`}
          prefetch={false}
          className={buttonClass({ size: 's', variant: name === 'suspend' ? 'danger' : 'default' })}
          aria-current={open === name ? 'true' : undefined}
        >
          <Icon name={icon} size="s" />
          <span>{title}</span>
          <ShowOpening />
        </Link>
      ))}
    </nav>
  )
}

/** The form of the open act. Announcing is one person's act; everything else asks for a second one. */
export function ActForm({
  room,
  act,
  bidderId,
}: {
  room: ControlRoom
  act: string
  bidderId: string | undefined
}) {
  const { round } = room
  const hidden = <input type="hidden" name="roundId" value={round.id} />
  const reason = (
    <TextArea name="reason" label="Public reason" hint="Everyone in the round reads it." rows={3} />
  )
  const bidder = room.bidders.find(({ id }) => id === bidderId)
  if (act === 'strike' && bidder) {
    return (
      <Panel title={`Strike paddle ${bidder.paddle}`}>
        <Form action={strike}>
          {hidden}
          <input type="hidden" name="bidderId" value={bidder.id} />
          <p className="small soft">
            {bidder.organisation}. Its bids count as if they had never been made, on every lot that is still
            open.
          </p>
          <TextArea name="reason" label="Reason" hint="Kept with the request." rows={3} />
          <SubmitButton variant="danger" busy="Asking">
            Ask to strike paddle {bidder.paddle}
          </SubmitButton>
        </Form>
      </Panel>
    )
  }
  const byPhone = round.state === 'bidding' && showsPrice(round.format)
  if (act === 'phone' && bidder && byPhone) return <PhoneBid room={room} bidder={bidder} />
  if (!(act in acts) || !(acts[act as keyof typeof acts].in as readonly RoundState[]).includes(round.state))
    return null
  switch (act as keyof typeof acts) {
    case 'announce':
      return (
        <Panel title="Announce to everyone in the round">
          <Form action={announce}>
            {hidden}
            <TextArea name="text" label="Announcement" hint="Public, dated, cannot be changed." rows={3} />
            <SubmitButton busy="Announcing">Announce</SubmitButton>
          </Form>
        </Panel>
      )
    case 'extend':
      return (
        <Panel title="Extend the bidding">
          <Form action={extend}>
            {hidden}
            <TextInput
              name="minutes"
              label="By how many minutes"
              inputMode="numeric"
              defaultValue="15"
              short
            />
            {reason}
            <SubmitButton busy="Asking">Ask to extend</SubmitButton>
          </Form>
        </Panel>
      )
    case 'suspend':
      return (
        <Panel title="Suspend the round">
          <Form action={suspend}>
            {hidden}
            <p className="small soft">Bidding stops at once. Every lot keeps the time it had left.</p>
            {reason}
            <SubmitButton variant="danger" busy="Asking">
              Ask to suspend
            </SubmitButton>
          </Form>
        </Panel>
      )
    case 'resume':
      return (
        <Panel title="Resume the round">
          <Form action={resume}>
            {hidden}
            {reason}
            <SubmitButton busy="Asking">Ask to resume</SubmitButton>
          </Form>
        </Panel>
      )
  }
}

/** From closed to final: possible once every lot, decided again from its events, equals the tables. */
export function FinaliseForm({ roundId, ready }: { roundId: string; ready: boolean }) {
  return (
    <Form action={finalise}>
      <input type="hidden" name="roundId" value={roundId} />
      <p className="small soft">
        Final writes the results, moves the names and lets the letters go. It needs a second person.
      </p>
      <SubmitButton busy="Asking" disabled={!ready}>
        Ask to make final
      </SubmitButton>
    </Form>
  )
}
