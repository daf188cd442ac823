import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { Mark } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import { TableFrame } from '@/components/ui/table'
import type { ownWebhook } from '@/domain/webhooks/queries'
import { replay } from '../actions'

type Delivery = NonNullable<Awaited<ReturnType<typeof ownWebhook>>>['deliveries'][number]

const states = {
  waiting: { tone: 'info', icon: 'clock', word: 'Waiting' },
  delivered: { tone: 'good', icon: 'circle-check', word: 'Taken' },
  failed: { tone: 'bad', icon: 'circle-x', word: 'Given up' },
} as const

/** The newest fifty deliveries: the event, what was answered at each try, and the way to send it again. */
export function DeliveryLog({
  deliveries,
  zone,
  off,
}: {
  deliveries: readonly Delivery[]
  zone: string
  /** Nothing is sent at present. */
  off: boolean
}) {
  return (
    <TableFrame label="Deliveries">
      <table className="tbl cards">
        <caption className="sr-only">Deliveries, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">State</th>
            <th scope="col">Tries</th>
            <th scope="col">
              <span className="sr-only">Send again</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(({ id, type, createdAt, state, attempts, body, nextAt }) => (
            <tr key={id}>
              <th scope="row">
                {type}
                <br />
                <span className="small soft font-normal">
                  <When at={createdAt} zone={zone} />
                </span>
                <details>
                  <summary className="small font-normal">Body</summary>
                  <code className="mono small brk">{body}</code>
                </details>
              </th>
              <td data-label="State">
                <Mark tone={states[state].tone} icon={states[state].icon}>
                  {states[state].word}
                </Mark>
              </td>
              <td className="small" data-label="Tries">
                {attempts.map((attempt) => (
                  <div key={attempt.id}>
                    <When at={attempt.at} zone={zone} />: {attempt.status ?? attempt.problem},{' '}
                    <span className="num">{attempt.tookMs} ms</span>
                  </div>
                ))}
                {state === 'waiting' && !off && (
                  <div className="soft">
                    Next try <When at={nextAt} zone={zone} />
                  </div>
                )}
              </td>
              <td className="n">
                {state !== 'waiting' && !off && (
                  <Form action={replay}>
                    <SubmitButton variant="default" size="s" name="deliveryId" value={id}>
                      Send again
                    </SubmitButton>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
