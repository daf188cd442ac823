import type { Reader } from '@/db/client'
import type { ModelContent } from '@/db/schema/qpi'
import { assembleFigures } from '@/domain/qpi/assemble-figures'
import { scoringModel } from '@/domain/qpi/model'
import { bundleOf, scoreMarket } from '@/domain/qpi/score-market'
import { hashOf } from '@/lib/hash'
import { readMonth } from './read-month'

/** A month scored under a model as its files stand now, with what it is computed again from (R15.1). */
export async function scoreMonth(db: Reader, period: string, version: string, content: ModelContent) {
  const month = await readMonth(db, period)
  if (!month) return undefined
  const { market, remarks } = assembleFigures(content, month.inputs)
  const model = scoringModel(version, content)
  return {
    remarks,
    inputs: month.files.map(({ id, kind, source, sha256 }) => ({ fileId: id, kind, source, sha256 })),
    bundleHash: hashOf(bundleOf(model, market)),
    scores: scoreMarket(model, market),
  }
}
