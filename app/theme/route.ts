import { cookies } from 'next/headers'
import { sameSitePath } from '@/lib/same-site-path'
import { THEME_COOKIE } from '@/lib/viewer-cookies'

/**
 * Remembers the theme for a year, or forgets it (`theme=system`), and goes back to where the form stood.
 * A preference and nothing more, so no account is touched.
 */
export async function POST(request: Request): Promise<Response> {
  // What is no form chooses nothing.
  const form = await request.formData().catch(() => new FormData())
  const theme = form.get('theme')
  const jar = await cookies()
  if (theme === 'light' || theme === 'dark') {
    jar.set(THEME_COOKIE, theme, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })
  } else {
    jar.delete(THEME_COOKIE)
  }
  return new Response(null, { status: 303, headers: { location: sameSitePath(form.get('back')) } })
}
