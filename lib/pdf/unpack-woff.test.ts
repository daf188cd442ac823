import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unpackWoff } from './unpack-woff'

const FILE = 'node_modules/@fontsource/public-sans/files/public-sans-latin-400-normal.woff'
const woff = readFileSync(FILE)

/** The sum that the directory of a font keeps of each table (OpenType, “Calculating Checksums”). */
function sumOf(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}

test('every table of the font is there, in the order of the directory, at a multiple of four, and whole', () => {
  const font = unpackWoff(woff)
  const tags: string[] = []
  for (let entry = 12; entry < 12 + font.readUInt16BE(4) * 16; entry += 16) {
    const [sum, at, length] = [4, 8, 12].map((field) => font.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ]
    const table = Buffer.from(font.subarray(at, at + length))
    const tag = font.toString('latin1', entry, entry + 4)
    // The head's own field for the sum of the whole file counts as zero.
    if (tag === 'head') table.writeUInt32BE(0, 8)
    expect([tag, at % 4, sumOf(table)]).toEqual([tag, 0, sum])
    tags.push(tag)
  }
  expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca']))
  expect(tags).toEqual([...tags].sort())
  expect(font.length).toBe(woff.readUInt32BE(16))
})

test('refuses what is not packed, and what is damaged', () => {
  expect(() => unpackWoff(unpackWoff(woff))).toThrow('not a WOFF file')
  const short = Buffer.from(woff)
  short.writeUInt32BE(short.readUInt32BE(44 + 12) + 1, 44 + 12)
  expect(() => unpackWoff(short)).toThrow('damaged')
})
