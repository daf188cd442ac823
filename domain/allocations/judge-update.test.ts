import { expect, test } from 'vitest'
import { readCommand, writeRegistrantChange } from './epp'
import { judgeUpdate } from './judge-update'

const asked = (id: string) =>
  readCommand(writeRegistrantChange({ label: 'q7', transferId: 'trf_1' }).replace('NEW-REGISTRANT-ID', id))!
    .registrant!

test.each([
  [undefined, 'CONTACT-7', 2303],
  [147, 'CONTACT-7', 2201],
  [146, 'NEW-REGISTRANT-ID', 2005],
  [146, '', 2005],
  [146, 'CONTACT-7', 1000],
])('R12.3 a name of registrar %s, registrant “%s”, asked by 146: %d', (sponsor, id, code) => {
  expect(judgeUpdate({ sponsor, registrarIanaId: 146, registrant: asked(id) })[0]).toBe(code)
})
