import { decisionLetter } from '@/domain/decisions/queries'
import { currentActor } from '@/lib/access/current-actor'
import { pdfResponse } from '@/lib/pdf/pdf-response'
import { renderLetter } from '@/lib/pdf/render-letter'
import { refusal } from '@/lib/route-action'

type Context = { params: Promise<{ applicationId: string }> }

/** The letter of decision as PDF, in the words of the mail (R6.7). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await decisionLetter(await currentActor(), await params)
  if (!found) return refusal('thing.not-found')
  const { reference, ...letter } = found
  return pdfResponse(await renderLetter({ ...letter, from: 'Short names in .ORG' }), `decision-${reference}`)
}
