import { exportLedger } from '@/domain/ledger/queries'
import { currentActor } from '@/lib/access/current-actor'
import { formatPlain } from '@/lib/money'
import { refusal } from '@/lib/route-action'
import { csvFile, writeCsv } from '@/lib/write-csv'
import { readInstant } from '../read-instant'

export const dynamic = 'force-dynamic'

const columns = ['transaction', 'at', 'kind', 'cause', 'account', 'organisation', 'debit', 'credit']

/** Every entry as CSV in US dollars, of one account and before an instant where the address says so. */
export async function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams
  const account = search.get('account')
  const lines = await exportLedger(await currentActor(), {
    ...(account !== null && { account }),
    before: readInstant(search.get('before') ?? undefined),
  })
  if (!lines) return refusal('thing.not-found')
  const rows = lines.map((line) => [
    line.transactionId,
    line.at.toISOString(),
    line.kind,
    line.cause,
    line.account,
    line.organisation ?? '',
    line.amountMinor > 0n ? formatPlain(line.amountMinor) : '',
    line.amountMinor < 0n ? formatPlain(-line.amountMinor) : '',
  ])
  return csvFile('ledger', writeCsv([columns, ...rows]))
}
