import { withoutTokens } from '@/domain/mail/without-tokens'
import { sameSitePath } from '@/lib/same-site-path'

/**
 * Where a letter leads: the path of its first link to the portal, or undefined. A link that carries a key is none: it works
 * once, from the mail.
 * @param origin the portal's public address
 */
export function findPath(text: string, origin: string): string | undefined {
  for (const [word] of text.matchAll(/https?:\/\/\S+/g)) {
    const address = word.replace(/[.,;:)]+$/, '')
    if (!URL.canParse(address) || new URL(address).origin !== new URL(origin).origin) continue
    const { pathname, search, hash } = new URL(address)
    const path = `${pathname}${search}${hash}`
    if (withoutTokens(path) === path && sameSitePath(path) !== '/') return path
  }
  return undefined
}
