import { type AuditEntry, exportAudit } from '@/domain/audit/queries'
import { factsInWords } from '@/domain/audit/words'
import { currentActor } from '@/lib/access/current-actor'
import { refusal } from '@/lib/route-action'
import { csvFile, writeCsv } from '@/lib/write-csv'
import { readFilter } from '../read-filter'

export const dynamic = 'force-dynamic'

const COLUMNS = ['no', 'at', 'operation', 'outcome', 'about', 'by', 'and', 'facts', 'leaf_hash']

/** The log as CSV, under the filters of its page, sent page by page as it is read. */
export async function GET(request: Request): Promise<Response> {
  const filter = readFilter(Object.fromEntries(new URL(request.url).searchParams))
  const pages = await exportAudit(await currentActor(), filter)
  if (!pages) return refusal('thing.not-found')
  return csvFile('audit-log', linesOf(pages))
}

/** The next page is read when the last one has been taken. */
function linesOf(pages: AsyncGenerator<AuditEntry[]>): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder()
  return new ReadableStream({
    start: (out) => out.enqueue(bytes.encode(writeCsv([COLUMNS]))),
    async pull(out) {
      const { value: entries, done } = await pages.next()
      if (done) return out.close()
      out.enqueue(bytes.encode(writeCsv(entries.map(cellsOf))))
    },
    async cancel() {
      await pages.return(undefined)
    },
  })
}

function cellsOf({ id, at, kind, outcome, object, actor, approver, facts, leafHash }: AuditEntry): string[] {
  return [
    String(id),
    at.toISOString(),
    kind,
    outcome,
    object,
    actor,
    approver ?? '',
    factsInWords(facts),
    leafHash,
  ]
}
