import { publicRounds } from '@/domain/rounds/public-queries'
import { writeCalendar } from '@/domain/rounds/write-calendar'
import { env } from '@/env'
import { refusal } from '@/lib/route-action'
import { answerCalendar } from '../answer-calendar'

/** The dates of all public rounds, or of one phase (`?phase=1`), to add or to subscribe to. */
export async function GET(request: Request): Promise<Response> {
  const phase = new URL(request.url).searchParams.get('phase')
  const rounds = (await publicRounds()).filter((round) => phase === null || String(round.phase) === phase)
  if (phase !== null && rounds.length === 0) return refusal('thing.not-found')
  const [file, name] =
    phase === null
      ? ['short-names', 'Short names in .ORG']
      : [`phase-${phase}`, `Short names in .ORG, phase ${phase}`]
  return answerCalendar(file, writeCalendar(name, rounds, env.PORTAL_URL))
}
