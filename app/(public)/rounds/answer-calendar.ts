/** A calendar file under a name; clients may keep it for a minute. */
export function answerCalendar(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.ics"`,
      'cache-control': 'public, max-age=60',
    },
  })
}
