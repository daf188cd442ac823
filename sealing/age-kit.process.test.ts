import { inflateSync } from 'node:zlib'
import { armor, Decrypter } from 'age-encryption'
import * as vectors from 'cctv-age'
import { describe, expect, test } from 'vitest'
import { sha256Of } from './commitment'

describe('the published test kit of age (C2SP CCTV)', () => {
  const kit = Object.entries(vectors).map(([name, bytes]) => ({ name, ...readVector(Buffer.from(bytes)) }))

  test.each(kit)('$name', async ({ all, file }) => {
    const decrypter = new Decrypter()
    for (const identity of all('identity')) decrypter.addIdentity(identity)
    for (const passphrase of all('passphrase')) decrypter.addPassphrase(passphrase)
    const opened = (async () => {
      const bytes = all('armored').length > 0 ? armor.decode(file.toString()) : file
      return decrypter.decrypt(new Uint8Array(bytes))
    })()
    if (all('expect')[0] === 'success') expect(sha256Of(await opened)).toBe(all('payload')[0])
    else await expect(opened).rejects.toThrow()
  })

  test('is whole', () => {
    expect(kit.length).toBeGreaterThanOrEqual(100)
    expect(kit.filter(({ name }) => name.includes('hybrid')).length).toBeGreaterThan(0)
  })
})

/** Lines of `key: value`, of which some keys come several times, an empty line, and the file. */
function readVector(bytes: Buffer) {
  const end = bytes.indexOf('\n\n')
  const lines = bytes.subarray(0, end).toString().split('\n')
  const all = (key: string) =>
    lines.flatMap((line) => (line.startsWith(`${key}: `) ? [line.slice(key.length + 2)] : []))
  const body = bytes.subarray(end + 2)
  return { all, file: all('compressed')[0] === 'zlib' ? inflateSync(body) : body }
}
