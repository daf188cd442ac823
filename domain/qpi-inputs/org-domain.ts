import { parse } from 'tldts'

/**
 * The registrable domain under .org of an address or a name, in lower case A-labels, by the Public Suffix List; undefined
 * for addresses of machines, for other suffixes and for what is neither.
 */
export function orgDomainOf(given: string): string | undefined {
  const { domain, publicSuffix, isIp } = parse(given.trim(), { allowPrivateDomains: false })
  if (isIp || publicSuffix !== 'org' || !domain) return undefined
  return /^[a-z0-9-]{1,63}\.org$/.test(domain) ? domain : undefined
}
