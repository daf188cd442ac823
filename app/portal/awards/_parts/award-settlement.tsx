import { AwardInvoice } from '@/components/invoices/award-invoice'
import { buttonClass } from '@/components/ui/button'
import { howToPay } from '@/domain/invoices/papers'
import { moneyOfAward, payableOnline } from '@/domain/invoices/queries'
import { onlinePayments } from '@/domain/payments/online'
import type { Person } from '@/lib/access/actor'
import { viewerZone } from '@/lib/time/viewer-zone'

/** The invoice and the payments of an award, for whoever may see them; nothing until it is accepted. */
export async function AwardSettlement({ person, awardId }: { person: Person; awardId: string }) {
  const money = await moneyOfAward(person, { awardId })
  if (!money) return null
  const service = onlinePayments()
  const order = service && (await payableOnline(person, { awardId }))
  return (
    <AwardInvoice {...money} instructions={howToPay(money.invoice)} zone={await viewerZone()}>
      {order && order.amountMinor <= service.mostMinor && (
        <p>
          <a className={buttonClass({})} href={`/portal/awards/${awardId}/checkout`}>
            Pay online instead
          </a>
        </p>
      )}
    </AwardInvoice>
  )
}
