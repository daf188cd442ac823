import { runExport } from '@/domain/qpi-scores/queries'
import { currentActor } from '@/lib/access/current-actor'
import { refusal } from '@/lib/route-action'
import { csvFile, writeCsv } from '@/lib/write-csv'

type Context = { params: Promise<{ runId: string }> }

const HEADING = [
  ...['iana-id', 'registrar', 'domains', 'status', 'score', 'low', 'high'],
  ...['kpi', 'numerator', 'denominator', 'raw', 'value', 'weight-bp', 'file-sha256', 'line', 'note'],
]

/** Every figure of a computation with the file and line it stands in, a row for each KPI of each registrar (R15.3). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await runExport(await currentActor(), await params)
  if (!found) return refusal('thing.not-found')
  const { run, scores } = found
  const hashes = new Map(run.inputs.map(({ fileId, sha256 }) => [fileId, sha256]))
  const rows = scores.flatMap(({ ianaId, name, domains, status, score, low, high, kpis }) =>
    Object.entries(kpis).map(([id, kpi]) => [
      ...[ianaId, name, domains, status, score ?? '', low ?? '', high ?? ''],
      ...[id, kpi.numerator ?? '', kpi.denominator ?? '', kpi.raw ?? '', kpi.value ?? ''],
      ...[kpi.weightBp ?? '', (kpi.fileId && hashes.get(kpi.fileId)) || '', kpi.line ?? '', kpi.note ?? ''],
    ]),
  )
  return csvFile(`qpi-${run.period}-${run.number}`, writeCsv([HEADING, ...rows]))
}
