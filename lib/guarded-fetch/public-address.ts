import ipaddr from 'ipaddr.js'

/** Public by its range and yet not of the internet: the host of a cloud's machines answers there (Azure). */
const METADATA = new Set(['168.63.129.16'])

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')
/** For documentation (RFC 9637). */
const DOCUMENTATION = ipaddr.parseCIDR('3fff::/20')

/**
 * Whether an address is one of the public internet: global unicast and nothing else. Private, loopback, link-local,
 * carrier-grade NAT, multicast, reserved and documentation addresses are not, nor is IPv6 that carries an IPv4 address
 * inside (mapped, NAT64, 6to4, Teredo): what it would reach depends on the network.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || METADATA.has(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  if (address.kind() === 'ipv4') return true
  const six = address as ipaddr.IPv6
  return (
    six.zoneId === undefined &&
    six.match(GLOBAL_UNICAST as [ipaddr.IPv6, number]) &&
    !six.match(DOCUMENTATION as [ipaddr.IPv6, number])
  )
}
