import { calendarBehind } from '@/domain/feeds/queries'
import { env } from '@/env'
import { refusal } from '@/lib/route-action'

/** The deadlines of the person who made this secret address. Nobody else keeps a copy on the way. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/feeds/personal/[token]/calendar.ics'>,
): Promise<Response> {
  const text = await calendarBehind((await params).token, env.PORTAL_URL)
  if (text === undefined) return refusal('thing.not-found')
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="my-deadlines.ics"',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })
}
