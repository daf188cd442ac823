import { pricesOf } from '@/domain/lots/queries'
import { refusal } from '@/lib/route-action'

export const dynamic = 'force-dynamic'

/** Every change of a lot's price: `sequence,at,paddle,price_minor`, instants in UTC, amounts in US cents. */
export async function GET(_request: Request, { params }: { params: Promise<{ lotId: string }> }) {
  const { lotId } = await params
  const rows = await pricesOf(lotId)
  if (rows === undefined) return refusal('thing.not-found')
  const lines = rows.map(({ sequence, at, paddle, priceMinor }) =>
    [sequence, at, paddle, priceMinor].join(','),
  )
  return new Response(`${['sequence,at,paddle,price_minor', ...lines].join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="prices-${lotId}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
