import { onlinePayments } from '@/domain/payments/online'
import { receiveOnline } from '@/domain/payments/receive-online'
import { recordOnlineEvent } from '@/domain/payments/record-online-event'
import { systemActor } from '@/lib/access/actor'
import { errorResponse, json, readText, refusal } from '@/lib/route-action'

const MOST_BYTES = 256 * 1024

/**
 * Where Stripe says what was paid, and what it did with it afterwards. The signature is over the very bytes, so they are read as they are; a message counts
 * once however often it comes. Anything but 2xx makes Stripe send it again.
 */
export async function POST(request: Request): Promise<Response> {
  const service = onlinePayments()
  const signature = request.headers.get('stripe-signature')
  if (!service || !signature) return refusal('thing.not-found')
  const body = await readText(request, MOST_BYTES)
  if (body === undefined) return refusal('input.too-large')
  const receipt = service.read(body, signature)
  if (receipt === 'not-signed') return refusal('payment.not-signed')
  if (receipt === 'nothing') return json(200, { counted: false })
  const stripe = systemActor('stripe')
  const answer =
    'kind' in receipt ? await recordOnlineEvent(stripe, receipt) : await receiveOnline(stripe, receipt)
  if (answer.ok) return json(200, { counted: true })
  return answer.error.code === 'payment.recorded'
    ? json(200, { counted: false })
    : errorResponse(answer.error)
}
