import { publicRounds } from '@/domain/rounds/public-queries'
import { writeCalendar } from '@/domain/rounds/write-calendar'
import { env } from '@/env'
import { refusal } from '@/lib/route-action'
import { answerCalendar } from '../../answer-calendar'

/** The dates of one round. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/rounds/[round]/calendar.ics'>,
): Promise<Response> {
  const slug = (await params).round
  const round = (await publicRounds()).find((each) => each.slug === slug)
  if (!round) return refusal('thing.not-found')
  const name = `Short names in .ORG, round ${round.number}`
  return answerCalendar(`round-${round.slug}`, writeCalendar(name, [round], env.PORTAL_URL))
}
