import { receiptsFor } from '@/domain/bids/queries'
import { currentActor } from '@/lib/access/current-actor'
import { refusal } from '@/lib/route-action'

export const dynamic = 'force-dynamic'

/** Every receipt of one's own attempts on a lot, as text to keep; 404 for a lot one never bid on. */
export async function GET(_request: Request, { params }: { params: Promise<{ lotId: string }> }) {
  const { lotId } = await params
  const text = await receiptsFor(await currentActor(), lotId)
  if (text === undefined) return refusal('thing.not-found')
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="receipts-${lotId}.txt"`,
      'cache-control': 'no-store',
    },
  })
}
