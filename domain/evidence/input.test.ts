import { expect, test } from 'vitest'
import { addressOf, hostOf } from './input'

test.each([
  ['q7.org', 'q7.org'],
  ['https://Q7.org/rivers', 'q7.org'],
  ['q7.org.', 'q7.org'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['localhost', undefined],
  ['127.0.0.1', undefined],
  ['[::1]', undefined],
  ['', undefined],
  ['two words', undefined],
])('the host of %j is %s', (typed, host) => expect(hostOf(typed)).toBe(host))

test.each([
  ['q7.org/rivers', 'https://q7.org/rivers'],
  ['http://q7.org', 'http://q7.org/'],
  ['ftp://q7.org/', undefined],
  ['javascript:alert(1)', undefined],
  ['https://ann:secret@q7.org/', undefined],
  ['https://q7.org:8443/', undefined],
  ['https://10.0.0.1/', undefined],
  ['', undefined],
])('the address of %j is %s', (typed, address) => expect(addressOf(typed)).toBe(address))
