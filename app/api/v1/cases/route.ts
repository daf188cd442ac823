import { publicCaseCounts } from '@/domain/cases/public-queries'
import { answerData } from '../answer-data'

/** How many reports of confusing use each name has, by how they stand (R13.1, R17.1). */
export async function GET(request: Request): Promise<Response> {
  const cases = await publicCaseCounts()
  return answerData(request, 'cases', { cases }, () => ({
    columns: ['label', 'open', 'confusing', 'not_confusing', 'not_established'],
    rows: cases.map(({ label, open, confusing, notConfusing, notEstablished }) => [
      label,
      open,
      confusing,
      notConfusing,
      notEstablished,
    ]),
  }))
}
