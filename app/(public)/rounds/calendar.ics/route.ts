import { publicRounds } from '@/domain/rounds/public-queries'
import { writeCalendar } from '@/domain/rounds/write-calendar'
import { env } from '@/env'
import { answerCalendar } from '../answer-calendar'

/** The dates of all public rounds, to add or to subscribe to. */
export async function GET(): Promise<Response> {
  const rounds = await publicRounds()
  return answerCalendar('short-names', writeCalendar('Short names in .ORG', rounds, env.PORTAL_URL))
}
