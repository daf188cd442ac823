import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64 } from '../sealing/base64'
import { openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint'
import { leafHash, rootOf } from './merkle'
import { formatVerifierKey, isSignedBy, parseNote, parseVerifierKey, signNote, verifierKeyOf } from './note'

const origin = 'registry.example/short-names'
const seed = new Uint8Array(32).fill(7)
const key = verifierKeyOf(origin, seed)
const checkpoint = { origin, size: 3, root: rootOf([1, 2, 3].map((n) => leafHash(Uint8Array.of(n)))) }

describe('R9.2 a signed checkpoint', () => {
  it('signs as the reference implementation of signed notes does', () => {
    const reference = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
    const secret = fromBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz')!.slice(1)
    const text =
      'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
        '’',
        "'",
      )
    const signed = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`
    expect(signNote(text, 'PeterNeumann', secret)).toBe(signed)
    expect(isSignedBy(parseNote(signed)!, reference!)).toBe(true)
    expect(verifierKeyOf('PeterNeumann', secret)).toEqual(reference)
  })

  it('comes back from its note under the key that signed it', () => {
    const note = signCheckpoint(checkpoint, seed)
    expect(note.split('\n').slice(0, 2)).toEqual([origin, '3'])
    expect(openCheckpoint(note, parseVerifierKey(formatVerifierKey(key))!)).toEqual(checkpoint)
  })

  it('proves nothing under another key, or another name for the key', () => {
    const note = signCheckpoint(checkpoint, seed)
    expect(openCheckpoint(note, verifierKeyOf(origin, new Uint8Array(32).fill(8)))).toBeUndefined()
    expect(openCheckpoint(note, verifierKeyOf('another', seed))).toBeUndefined()
    const foreign = signNote(parseNote(note)!.text, 'another', seed)
    expect(
      openCheckpoint(foreign, verifierKeyOf('another', seed)),
      'signed under a name not its own',
    ).toBeUndefined()
  })

  it('stands with the lines of others under it, not with a bad one in its own name or in another guise', () => {
    const note = signCheckpoint(checkpoint, seed)
    const own = note.trimEnd().split('\n').at(-1)!
    const stranger = signCheckpoint(checkpoint, new Uint8Array(32).fill(9)).trimEnd().split('\n').at(-1)
    const ofOther = signCheckpoint({ ...checkpoint, size: 4 }, seed)
      .trimEnd()
      .split('\n')
      .at(-1)
    expect(openCheckpoint(`${note}${stranger}\n${own}\n`, key)).toEqual(checkpoint)
    for (const guise of [
      `${note}${ofOther}\n`,
      note.replaceAll('\n', '\r\n'),
      `\ufeff${note}`,
      `${note}\n`,
      note.trimEnd(),
      note.replace(origin, `${origin}\u200b`),
      note.replace('— ', '- '),
      note.replace('\n\n', '\n\n\n'),
    ])
      expect(openCheckpoint(guise, key), JSON.stringify(guise)).toBeUndefined()
  })

  it('is void once any character is another', () => {
    const note = signCheckpoint(checkpoint, seed)
    fc.assert(
      fc.property(
        fc.nat(note.length - 1),
        fc.constantFrom('A', '0', '\n', ' ', '=', '—', '\u0000'),
        (at, other) => {
          fc.pre(note[at] !== other)
          expect(openCheckpoint(note.slice(0, at) + other + note.slice(at + 1), key)).toBeUndefined()
        },
      ),
      { numRuns: 500 },
    )
  })

  it('has one way to be written: no leading zeros, no extensions, no other base64', () => {
    const root = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    expect(parseCheckpoint(`o\n0\n${root}\n`)?.size).toBe(0)
    for (const text of [
      `o\n00\n${root}\n`,
      `o\n-1\n${root}\n`,
      `o\n0\n${root}\nmore\n`,
      `o\n0\n${root}`,
      `\n0\n${root}\n`,
    ])
      expect(parseCheckpoint(text), text).toBeUndefined()
    expect(
      parseCheckpoint('o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n'),
      'a spare bit set',
    ).toBeUndefined()
    expect(parseCheckpoint(`o\n9007199254740993\n${root}\n`), 'a size that no number holds').toBeUndefined()
  })

  it('refuses to sign what could not be read again', () => {
    for (const wrong of [
      { size: -1 },
      { size: 1.5 },
      { origin: 'two words' },
      { origin: 'a+b' },
      { root: new Uint8Array(31) },
    ])
      expect(() => signCheckpoint({ ...checkpoint, ...wrong }, seed)).toThrow(RangeError)
  })

  it('reads no verifier key whose id is not that of its key', () => {
    const text = formatVerifierKey(key)
    expect(parseVerifierKey(text)).toEqual({ name: origin, id: key.id, publicKey: key.publicKey })
    expect(parseVerifierKey(text.replace(key.id, '00000000'))).toBeUndefined()
    expect(parseVerifierKey(text.replace(origin, 'other'))).toBeUndefined()
    expect(bytesToHex(hexToBytes(key.id))).toBe(key.id)
  })
})
