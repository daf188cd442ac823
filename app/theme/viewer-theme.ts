import { cookies } from 'next/headers'
import { THEME_COOKIE } from '@/lib/viewer-cookies'

export type Theme = 'light' | 'dark'

/** The theme this viewer chose, or undefined: then the stylesheet follows the system. */
export async function viewerTheme(): Promise<Theme | undefined> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value
  return chosen === 'light' || chosen === 'dark' ? chosen : undefined
}
