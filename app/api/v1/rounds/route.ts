import { publicRounds } from '@/domain/rounds/public-queries'
import { answerData } from '../answer-data'
import { describeRound, lotColumns, lotRows } from './describe-round'

/** All announced rounds with their lots; as CSV one row per lot. */
export async function GET(request: Request): Promise<Response> {
  const rounds = await publicRounds()
  return answerData(request, 'rounds', { rounds: rounds.map(describeRound) }, () => ({
    columns: lotColumns,
    rows: rounds.flatMap(lotRows),
  }))
}
