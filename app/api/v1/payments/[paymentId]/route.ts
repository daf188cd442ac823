import { receiptPaper } from '@/domain/invoices/papers'
import { receiptToDownload } from '@/domain/invoices/queries'
import { currentActor } from '@/lib/access/current-actor'
import { pdfResponse } from '@/lib/pdf/pdf-response'
import { renderPaper } from '@/lib/pdf/render-paper'
import { refusal } from '@/lib/route-action'

type Context = { params: Promise<{ paymentId: string }> }

/** The receipt of a payment as PDF, for an owner of the organisation, finance and the auditor (R10.2). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await receiptToDownload(await currentActor(), await params)
  if (!found) return refusal('thing.not-found')
  const pdf = await renderPaper(receiptPaper(found.payment, found.invoice))
  return pdfResponse(pdf, `receipt-${found.invoice.number}-${found.payment.receivedOn}`)
}
