import { inflateSync } from 'node:zlib'

const WOFF_HEADER = 44
const WOFF_ENTRY = 20
const SFNT_HEADER = 12
const SFNT_ENTRY = 16

/**
 * The font that a WOFF file packs (WOFF 1.0, sections 3 to 5): the same tables under a plain directory. The library that
 * sets papers can read a packed one too, but unpacks a table again for every letter of every paper.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is not a WOFF file.')
  const count = woff.readUInt16BE(12)
  const directory = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY)
  // Its version and the number of tables; what follows serves searches, and no reader of today needs it.
  woff.copy(directory, 0, 4, 8)
  directory.writeUInt16BE(count, 4)
  const tables: Buffer[] = []
  let offset = directory.length
  for (let index = 0; index < count; index += 1) {
    const entry = WOFF_HEADER + index * WOFF_ENTRY
    const [start, packed, length, checksum] = [4, 8, 12, 16].map((at) => woff.readUInt32BE(entry + at))
    const stored = woff.subarray(start!, start! + packed!)
    const table = packed! < length! ? inflateSync(stored) : stored
    if (table.length !== length) throw new Error('A table of the font is damaged.')
    const at = SFNT_HEADER + index * SFNT_ENTRY
    woff.copy(directory, at, entry, entry + 4)
    directory.writeUInt32BE(checksum!, at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(length, at + 12)
    const padding = Buffer.alloc((-length % 4) & 3)
    tables.push(table, padding)
    offset += length + padding.length
  }
  return Buffer.concat([directory, ...tables])
}
