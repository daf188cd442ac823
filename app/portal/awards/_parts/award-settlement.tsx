import { AwardInvoice } from '@/components/invoices/award-invoice'
import { howToPay } from '@/domain/invoices/papers'
import { moneyOfAward } from '@/domain/invoices/queries'
import type { Person } from '@/lib/access/actor'
import { viewerZone } from '@/lib/time/viewer-zone'

/** The invoice and the payments of an award, for whoever may see them; nothing until it is accepted. */
export async function AwardSettlement({ person, awardId }: { person: Person; awardId: string }) {
  const money = await moneyOfAward(person, { awardId })
  if (!money) return null
  return <AwardInvoice {...money} instructions={howToPay(money.invoice)} zone={await viewerZone()} />
}
