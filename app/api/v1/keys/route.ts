import { receiptKey } from '@/domain/bids/receipt'
import { knownWitnesses } from '@/domain/transcript/keep-cosignature'
import { logKey } from '@/domain/transcript/log-key'
import { json } from '@/lib/route-action'
import { formatWitnessKey } from '@/transcript/cosignature'

export const dynamic = 'force-dynamic'

/** The public keys that check what the portal signs, receipts of bids (R7.7) and the log (R9.2), and its witnesses’. */
export function GET(): Response {
  const witnesses = knownWitnesses().map(formatWitnessKey)
  return json(200, { receipts: receiptKey(), transcript: { vkey: logKey() }, witnesses })
}
