import { scoringModel } from '@/domain/qpi/model'
import { bundleOf } from '@/domain/qpi/score-market'
import { runExport } from '@/domain/qpi-scores/queries'
import { currentActor } from '@/lib/access/current-actor'
import { json, refusal } from '@/lib/route-action'

type Context = { params: Promise<{ runId: string }> }

/** What a computation is done again from, as `portal qpi score` reads it (R15.1). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await runExport(await currentActor(), await params)
  if (!found) return refusal('thing.not-found')
  const { run, model, scores } = found
  const market = scores.map(({ ianaId, domains, kpis }) => ({ ianaId, domains, figures: kpis }))
  return json(200, bundleOf(scoringModel(model.version, model.content), market), {
    'content-disposition': `attachment; filename="qpi-${run.period}-${run.number}.json"`,
  })
}
