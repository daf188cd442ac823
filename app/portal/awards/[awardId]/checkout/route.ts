import { payableOnline } from '@/domain/invoices/queries'
import { onlinePayments } from '@/domain/payments/online'
import { env } from '@/env'
import { currentActor } from '@/lib/access/current-actor'
import { log } from '@/lib/log'
import { refusal, seeOther } from '@/lib/route-action'

type Context = { params: Promise<{ awardId: string }> }

export const dynamic = 'force-dynamic'

/**
 * Sends an owner on to the payment service’s page for what is open. It changes nothing of ours, and a link may lead to
 * another site where our policy lets no form go.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { awardId } = await params
  const service = onlinePayments()
  const order = service && (await payableOnline(await currentActor(), { awardId }))
  if (!order || order.amountMinor > service.mostMinor) return refusal('thing.not-found')
  const returnTo = new URL(`/portal/awards/${awardId}`, env.PORTAL_URL).href
  try {
    const location = await service.start({ ...order, returnTo })
    return seeOther(location)
  } catch (error) {
    log().error({ err: error, awardId }, 'the payment service did not answer')
    return refusal('payment.service-down')
  }
}
