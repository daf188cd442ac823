import Link from 'next/link'
import { ConfirmSession } from '@/app/account/second-factor/_parts/confirm-session'
import { Changes } from '@/components/approvals/changes'
import { LabelName } from '@/components/labels/label-name'
import { Countdown } from '@/components/time/countdown'
import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { TwoPersonPanel } from '@/components/ui/two-person-panel'
import type { Request } from '@/domain/approvals/queries'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { decide, takeUp, withdraw } from '../actions'

/** A request as the two people see it: what changes, why, who, until when, and the way to decide or withdraw it. */
export function RequestPanel({ request, person, zone }: { request: Request; person: Person; zone: string }) {
  const pending = request.state === 'pending'
  const decides = pending && request.part === 'second' && !request.hidden
  const decider =
    request.part === 'second' && pending && !request.decider
      ? `You, ${person.name}`
      : (request.decider ?? undefined)
  return (
    <TwoPersonPanel
      title={request.summary}
      changes={<Changes changes={request.changes} name={nameOf(request)} />}
      reason={request.reason || undefined}
      proposer={{ name: request.requester, at: <When at={request.requestedAt} zone={zone} /> }}
      approver={{
        ...(decider && { name: decider }),
        ...(request.state === 'approved' &&
          request.decidedAt && { at: <When at={request.decidedAt} zone={zone} /> }),
      }}
      expires={
        pending ? (
          <Countdown until={request.expiresAt.toISOString()} now={processNow().toISOString()} over="0:00" />
        ) : undefined
      }
      hash={`${request.inputHash.slice(0, 4)}…${request.inputHash.slice(-4)}`}
    >
      {decides && person.freshFactor && <DecideForm request={request} />}
      {decides && !person.freshFactor && (
        <ConfirmSession next={`/admin/approvals/${request.id}`} person={person} />
      )}
      {pending && request.hidden && <TakeUpForm request={request} />}
      {pending && request.part === 'own' && <WithdrawForm request={request} />}
    </TwoPersonPanel>
  )
}

/** A label that changes leads to its page, where several do. */
function nameOf({ operation, object }: Request) {
  if (!operation.startsWith('label.') || object !== 'labels') return undefined
  return (what: string) => {
    const label = what.replace(/\.org$/, '')
    return (
      <Link href={`/admin/labels/${label}`} prefetch={false}>
        <LabelName label={label} />
      </Link>
    )
  }
}

function DecideForm({ request }: { request: Request }) {
  return (
    <Form action={decide} className="space-y-4">
      <input type="hidden" name="approvalId" value={request.id} />
      <TextInput
        name="typed"
        label={
          <>
            Type <span className="mono">{request.typed}</span> to approve
          </>
        }
        autoComplete="off"
        spellCheck={false}
        mono
      />
      <TextInput name="reason" label="A word to the other person" optional />
      <div className="grid grid-cols-2 gap-2">
        <SubmitButton name="decision" value="approve" busy="Approving" wide>
          Approve
        </SubmitButton>
        <SubmitButton name="decision" value="decline" variant="default" busy="Refusing" wide>
          Refuse
        </SubmitButton>
      </div>
    </Form>
  )
}

function TakeUpForm({ request }: { request: Request }) {
  if (request.decider)
    return <p className="small soft">{request.decider} has taken this up and is shown the amount.</p>
  return (
    <Form action={takeUp} className="space-y-4">
      <input type="hidden" name="approvalId" value={request.id} />
      <p className="small soft">
        The amount is shown to the two people of this request alone. If you take it up, you decide it, and the
        log keeps that you did.
      </p>
      <SubmitButton>Take it up and show the amount</SubmitButton>
    </Form>
  )
}

function WithdrawForm({ request }: { request: Request }) {
  return (
    <Form action={withdraw} className="space-y-4">
      <input type="hidden" name="approvalId" value={request.id} />
      <p className="small soft">You proposed it, so another person decides. You can take it back.</p>
      <SubmitButton variant="default">Withdraw the request</SubmitButton>
    </Form>
  )
}
