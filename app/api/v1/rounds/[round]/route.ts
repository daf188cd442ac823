import { publicRound } from '@/domain/rounds/public-queries'
import { readRoundSlug } from '@/domain/rounds/round-address'
import { refusal } from '@/lib/route-action'
import { answerData } from '../../answer-data'
import { describeRound, lotColumns, lotRows } from '../describe-round'

/** One round with its frozen settings, questions and answers, and announcements. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/rounds/[round]'>,
): Promise<Response> {
  const number = readRoundSlug((await params).round)
  const round = number && (await publicRound(number))
  if (!round) return refusal('thing.not-found')
  const { settings, configHash, approvedAt, rulesVersion, secretHash, publishedSecret, scoresHash } = round
  const frozen = { settings, configHash, approvedAt, rulesVersion, secretHash, publishedSecret, scoresHash }
  const said = { questions: round.questions, announcements: round.announcements }
  return answerData(request, `round-${round.slug}`, { ...describeRound(round), ...frozen, ...said }, () => ({
    columns: lotColumns,
    rows: lotRows(round),
  }))
}
