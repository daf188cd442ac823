import { invoicePaper } from '@/domain/invoices/papers'
import { invoiceToDownload } from '@/domain/invoices/queries'
import { currentActor } from '@/lib/access/current-actor'
import { pdfResponse } from '@/lib/pdf/pdf-response'
import { renderPaper } from '@/lib/pdf/render-paper'
import { refusal } from '@/lib/route-action'

type Context = { params: Promise<{ invoiceId: string }> }

/** An invoice as PDF, for an owner of its organisation, finance and the auditor (R10.2). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await invoiceToDownload(await currentActor(), await params)
  if (!found) return refusal('thing.not-found')
  const pdf = await renderPaper(invoicePaper(found.invoice, found.appliedMinor))
  return pdfResponse(pdf, found.invoice.number)
}
