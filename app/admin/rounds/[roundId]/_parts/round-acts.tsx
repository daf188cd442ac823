import { Button, type ButtonVariant } from '@/components/ui/button'
import type { IconName } from '@/components/ui/icon'
import type { RoundState } from '@/db/schema/rounds'
import { periods } from '@/domain/rounds/extension'
import { canTransition } from '@/domain/rounds/lifecycle'
import type { Person } from '@/lib/access/actor'
import { may, mayRead, type OperationName, type QueryName } from '@/lib/access/policy'

type Act = {
  path: string
  text: string
  icon: IconName
  variant?: ButtonVariant
  needs: { write: OperationName } | { read: QueryName }
  when(state: RoundState): boolean
}

const acts: Act[] = [
  {
    path: 'approval',
    text: 'Check and approve',
    icon: 'file-check',
    variant: 'primary',
    needs: { write: 'round.approve' },
    when: (state) => canTransition(state, 'approve'),
  },
  {
    path: 'control',
    text: 'Control room',
    icon: 'radio',
    variant: 'primary',
    needs: { read: 'auctions.control' },
    when: (state) => ['bidding', 'closed'].includes(state),
  },
  {
    path: 'questions',
    text: 'Questions',
    icon: 'message-square',
    needs: { write: 'question.answer' },
    when: (state) => ['approved', 'applications', 'review'].includes(state),
  },
  {
    path: 'reviews',
    text: 'Reviews',
    icon: 'list',
    needs: { read: 'reviews.panel' },
    when: (state) => ['review', 'qualified', 'bidding', 'closed', 'final'].includes(state),
  },
  {
    path: 'announce',
    text: 'Announce',
    icon: 'message-square',
    needs: { write: 'round.announce' },
    when: (state) => state !== 'draft',
  },
  {
    path: 'extend',
    text: 'Extend',
    icon: 'clock',
    needs: { write: 'round.extend' },
    when: (state) => (periods.bidding.in as readonly RoundState[]).includes(state),
  },
  {
    path: 'resume',
    text: 'Resume',
    icon: 'play',
    variant: 'primary',
    needs: { write: 'round.resume' },
    when: (state) => canTransition(state, 'resume'),
  },
  {
    path: 'suspend',
    text: 'Suspend',
    icon: 'pause',
    variant: 'danger',
    needs: { write: 'round.suspend' },
    when: (state) => canTransition(state, 'suspend'),
  },
  {
    path: 'cancel',
    text: 'Cancel the round',
    icon: 'x',
    variant: 'danger',
    needs: { write: 'round.cancel' },
    when: (state) => canTransition(state, 'cancel'),
  },
]

/** What this person can do with the round in its present state. */
export function RoundActs({ round, person }: { round: { id: string; state: RoundState }; person: Person }) {
  const open = acts.filter(
    ({ needs, when }) =>
      when(round.state) &&
      ('write' in needs ? may(person, needs.write) : mayRead(person, needs.read)) === 'yes',
  )
  if (open.length === 0) return null
  return (
    <nav className="row" aria-label="What can be done">
      {open.map(({ path, text, icon, variant }) => (
        <Button key={path} href={`/admin/rounds/${round.id}/${path}`} icon={icon} variant={variant}>
          {text}
        </Button>
      ))}
    </nav>
  )
}
