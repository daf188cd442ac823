import { When } from '@/components/time/when'
import { AtRegistryNote } from '@/components/transfers/at-registry'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { BuildOutInFull } from '@/domain/commitments/read-build-out'
import { keepBack, letPass } from '../actions'

const words = { requested: 'Waits for a decision', approved: 'Approved', refused: 'Refused' }

/** What the registrant asked to pass on, and the decision (R12.3). */
export function Transfers({
  found: { transfers },
  mayDecide,
  wanted,
  zone,
}: {
  found: BuildOutInFull
  mayDecide: boolean
  /** Which of the two decisions is asked about. */
  wanted: string | string[] | undefined
  zone: string
}) {
  if (transfers.length === 0) return null
  return (
    <section aria-labelledby="transfers">
      <SectionHead title="To another registrant" id="transfers" minor />
      <ul className="mt-3">
        {transfers.map(
          ({ id, to, state, agreedAt, ground, statement, fileId, requestedAt, reason, registry }) => (
            <li key={id} className="task block">
              <b>To {to}</b>, {ground === 'sale' ? 'with the sale of the organisation' : 'for another reason'}
              : {state === 'requested' && !agreedAt ? `Waits until ${to} agrees` : words[state]}
              <p className="whitespace-pre-line">{statement}</p>
              <p className="small muted">
                Asked <When at={requestedAt} zone={zone} />.{' '}
                {fileId && (
                  <a href={`/api/v1/files/${fileId}`} download>
                    The document
                  </a>
                )}
              </p>
              {reason && <p className="small">Reason: {reason}</p>}
              {registry && <AtRegistryNote registry={registry} zone={zone} />}
              {state === 'requested' && mayDecide && (
                <>
                  {wanted === 'refuse' || !agreedAt ? (
                    <Decision id={id} action={keepBack} label="Why it may not" submit="Refuse the transfer" />
                  ) : (
                    <Decision
                      id={id}
                      action={letPass}
                      label="Why the name may pass on"
                      submit="Ask a second officer"
                    />
                  )}
                  {agreedAt && (
                    <Button href={wanted === 'refuse' ? '?do=approve' : '?do=refuse'} variant="quiet">
                      {wanted === 'refuse' ? 'Approve it instead' : 'Refuse it instead'}
                    </Button>
                  )}
                </>
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

function Decision({
  id,
  action,
  label,
  submit,
}: {
  id: string
  action: typeof letPass
  label: string
  submit: string
}) {
  return (
    <Form action={action} className="form mt-3">
      <input type="hidden" name="transferId" value={id} />
      <TextArea name="reason" label={label} hint="The registrant reads it." rows={3} maxLength={2000} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
