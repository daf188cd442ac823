import { statementOfQuarter } from '@/domain/statements/queries'
import { linesOfStatement } from '@/domain/statements/statement-lines'
import { currentActor } from '@/lib/access/current-actor'
import { refusal } from '@/lib/route-action'
import { csvFile, writeCsv } from '@/lib/write-csv'

export const dynamic = 'force-dynamic'

/** The statement as CSV, a line for each figure: the version asked for, else the last frozen one, else as it stands. */
export async function GET(request: Request, context: RouteContext<'/admin/statements/[quarter]/csv'>) {
  const { quarter } = await context.params
  const asked = new URL(request.url).searchParams.get('version')
  const version = asked && /^\d{1,4}$/.test(asked) ? { version: Number(asked) } : {}
  const statement = await statementOfQuarter(await currentActor(), { quarter, ...version })
  if (!statement) return refusal('thing.not-found')
  return csvFile(`statement-${statement.content.quarter}`, writeCsv(linesOfStatement(statement)))
}
