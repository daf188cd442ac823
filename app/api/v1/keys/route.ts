import { receiptKey } from '@/domain/bids/receipt'
import { json } from '@/lib/route-action'

export const dynamic = 'force-dynamic'

/** The public keys that check what the portal signs: receipts of bids (R7.7). */
export function GET(): Response {
  return json(200, { receipts: receiptKey() })
}
