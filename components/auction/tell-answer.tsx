import { Icon } from '@/components/ui/icon'
import { formatMoney } from '@/lib/money'
import type { Bidding } from './run-bidding'
import { type BidAnswer, type BidBody, statedMinor } from './send-bid'

/** What the server said, or that we are still asking. The row in the log stays; this line says it at once. */
export function TellAnswer({ bidding: { step, answer } }: { bidding: Bidding }) {
  if (step.at === 'confirming')
    return (
      <p className="small muted mt-3 max-w-none">
        Nothing is sent until you confirm. You have 25 s before the form returns.
      </p>
    )
  if (step.at === 'unknown')
    return (
      <p className="small mt-3" data-tone="warn">
        <Icon name="loader-circle" size="s" className="turning" /> We are checking whether your{' '}
        <b>{named(step.body)}</b> arrived. Do not send it again.
      </p>
    )
  if (!answer) return null
  const accepted = answer.kind === 'accepted'
  return (
    <p className="small mt-3 status" data-tone={accepted ? 'good' : 'bad'}>
      <Icon name={accepted ? 'file-check' : 'circle-x'} />
      {accepted ? `Accepted: ${outcome(answer.body)}${entry(answer)}.` : answer.message}
    </p>
  )
}

function named(body: BidBody): string {
  const minor = statedMinor(body)
  return minor === null ? 'withdrawal' : `bid of ${formatMoney(minor)}`
}

function outcome(body: BidBody): string {
  if ('withdraw' in body) return 'your bid is withdrawn'
  if ('maxMinor' in body) return `maximum ${formatMoney(BigInt(body.maxMinor))}`
  if ('round' in body) return `${formatMoney(BigInt(body.amountMinor))} in round ${body.round}`
  return `sealed bid of ${formatMoney(BigInt(body.amountMinor))}`
}

/** A sealed bid becomes an entry of the lot only when it is opened. */
function entry(answer: Extract<BidAnswer, { kind: 'accepted' }>): string {
  return 'maxMinor' in answer.body || 'round' in answer.body ? `, entry ${answer.position}` : ''
}
