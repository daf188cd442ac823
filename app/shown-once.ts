import { cookies } from 'next/headers'
import { sessionCookieOptions } from '@/lib/access/session-cookie'
import { seal, unseal } from '@/lib/secrets'

const TEN_MINUTES = 600

/**
 * A secret on its way to the page that shows it once: in a sealed cookie of ten minutes, for that page alone. The server
 * keeps no copy that could be shown again.
 */
export function shownOnce(name: string, path: string) {
  return {
    async keep(secret: string): Promise<void> {
      const sealed = Buffer.from(seal(name, Buffer.from(secret))).toString('base64url')
      ;(await cookies()).set(name, sealed, { ...sessionCookieOptions(), path, maxAge: TEN_MINUTES })
    },
    async read(): Promise<string | undefined> {
      const sealed = (await cookies()).get(name)?.value
      if (!sealed) return undefined
      try {
        return Buffer.from(unseal(name, Buffer.from(sealed, 'base64url'))).toString()
      } catch {
        return undefined
      }
    },
    async forget(): Promise<void> {
      ;(await cookies()).set(name, '', { ...sessionCookieOptions(), path, maxAge: 0 })
    },
  }
}
