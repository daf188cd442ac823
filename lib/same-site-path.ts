/**
 * A path on this site, or `/`. For "back to where you were": an address elsewhere, a scheme, `//host` and backslashes
 * (which browsers read as slashes) are refused, so that no form of ours can send anyone away.
 */
export function sameSitePath(candidate: unknown): string {
  if (typeof candidate !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(candidate)) return '/'
  return candidate
}

/** An address of ours that carries the way onwards, unless that is nowhere in particular. */
export function withNext(path: string, next: string): string {
  return next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`
}
