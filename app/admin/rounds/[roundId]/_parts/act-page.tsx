import { notFound } from 'next/navigation'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { RoundState } from '@/db/schema/rounds'
import { roundName } from '@/domain/rounds/round-name'
import { may, type OperationName } from '@/lib/access/policy'
import type { FormState } from '@/lib/form-action'
import type { FoundRound } from './read-round'

/** A question page about one act on a round. There is nothing here in another state, or for who may not act. */
export function ActPage({
  found: { round, person },
  title,
  explanation,
  operation,
  possible,
  action,
  danger = false,
  reason = true,
  submit = 'Ask a second officer',
  children,
}: {
  found: FoundRound
  title: string
  explanation: string
  operation: OperationName
  possible(state: RoundState): boolean
  action: (previous: FormState, form: FormData) => Promise<FormState>
  danger?: boolean
  /** Whether a public reason is asked for. */
  reason?: boolean
  submit?: string
  children?: React.ReactNode
}) {
  if (!possible(round.state) || may(person, operation) !== 'yes') notFound()
  return (
    <div className="wrap page">
      <BackLink href={`/admin/rounds/${round.id}`}>{roundName(round)}</BackLink>
      <div className="question">
        <h1>{title}</h1>
        <p className="lede">{explanation}</p>
        <Form action={action}>
          <input type="hidden" name="roundId" value={round.id} />
          {children}
          {reason && (
            <TextArea
              name="reason"
              label="Reason"
              hint="It is announced to everyone. 10 to 500 characters."
              rows={4}
              maxLength={500}
              required
            />
          )}
          <div className="actions ruled">
            <SubmitButton variant={danger ? 'danger' : 'primary'} icon={reason ? 'users' : undefined}>
              {submit}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  )
}
