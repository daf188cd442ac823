import { unattributedOfRun } from '@/domain/qpi-scores/queries'
import { currentActor } from '@/lib/access/current-actor'
import { refusal } from '@/lib/route-action'
import { csvFile, writeCsv } from '@/lib/write-csv'

type Context = { params: Promise<{ runId: string }> }

const HEADING = ['domain', 'class', 'first-seen', 'mitigated', 'listed-by', 'iana-id']

/** The listed names that a computation counted for nobody (R15.3); with an id, its report does not name that registrar. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await unattributedOfRun(await currentActor(), await params)
  if (!found) return refusal('thing.not-found')
  const { run, names } = found
  const rows = names.map((name) => [
    ...[name.domain, name.class, name.firstSeenAt.toISOString(), name.mitigatedAt?.toISOString() ?? ''],
    ...[name.in.map(({ feed, line }) => `${feed}, line ${line}`).join('; '), name.ianaId ?? ''],
  ])
  return csvFile(`qpi-${run.period}-${run.number}-unattributed`, writeCsv([HEADING, ...rows]))
}
