import { isIPv6 } from 'node:net'

/**
 * The network a request comes from, for limits: an IPv4 address, or the /64 of an IPv6 one, which is what one household
 * gets. The last entry of X-Forwarded-For is the one that our own proxy, or the front door itself, has written; what a
 * client put there stands before it (TRUST_PROXY decides whether the front door keeps the header).
 */
export function networkOf(headers: { get(name: string): string | null }): string {
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(plain) ? networkOfIPv6(plain) : plain || 'unknown'
}

function networkOfIPv6(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':')}::/64`
}
