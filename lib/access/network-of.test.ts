import { expect, test } from 'vitest'
import { networkOf } from './network-of'

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002::/64'],
  ['2001:db8:1:2::9', '2001:0db8:0001:0002::/64'],
  ['2001:db8::1', '2001:0db8:0000:0000::/64'],
  ['::1', '0000:0000:0000:0000::/64'],
  ['fe80::1%eth0', 'fe80:0000:0000:0000::/64'],
])('%s is of %s', (forwarded, network) => {
  expect(networkOf(new Headers({ 'x-forwarded-for': forwarded }))).toBe(network)
})

test('nothing known is one network', () => {
  expect(networkOf(new Headers())).toBe('unknown')
})
