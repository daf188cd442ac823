/** Pixels of a PNG by its first chunk; 0 when that is not as it must be. */
export function pixelsOfPng(content: Buffer): number {
  if (content.length < 33 || content.toString('latin1', 12, 16) !== 'IHDR') return 0
  return content.readUInt32BE(16) * content.readUInt32BE(20)
}

/** Whether the chunks of a PNG follow one another to IEND, and nothing follows IEND. */
export function endsAsPng(content: Buffer): boolean {
  let at = 8
  while (at + 12 <= content.length) {
    const length = content.readUInt32BE(at)
    const type = content.toString('latin1', at + 4, at + 8)
    at += 12 + length
    if (type === 'IEND') return at === content.length
  }
  return false
}

/** Pixels of a JPEG by its frame header; 0 when there is none before the picture's data. */
export function pixelsOfJpeg(content: Buffer): number {
  let at = 2
  while (at + 9 < content.length && content[at] === 0xff) {
    const marker = content[at + 1]!
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return content.readUInt16BE(at + 5) * content.readUInt16BE(at + 7)
    if (marker === 0xda) return 0
    at += marker === 0xff ? 1 : 2 + content.readUInt16BE(at + 2)
  }
  return 0
}

/** Whether a JPEG ends with its end marker, zero bytes of padding aside. */
export function endsAsJpeg(content: Buffer): boolean {
  let end = content.length
  while (end > 0 && content[end - 1] === 0) end--
  return end >= 4 && content[end - 2] === 0xff && content[end - 1] === 0xd9
}
