import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inspectFile } from './inspect-file'
import { MOST_BYTES, plainFileName } from './rules'

const text = (...parts: (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))

const pdf = (extra = '') =>
  text(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${extra}trailer\n<< /Root 1 0 R >>\n%%EOF\n`)

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return text(length, type, data, '\0\0\0\0')
}

function png({ width = 4, height = 4, comment = '' } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const picture = deflateSync(Buffer.alloc(52))
  return text(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', header),
    comment ? chunk('tEXt', text(comment)) : '',
    chunk('IDAT', picture),
    chunk('IEND', Buffer.alloc(0)),
  )
}

const jpeg = (tail = '') =>
  text(
    '\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00',
    '\xff\xc0\x00\x0b\x08\x00\x10\x00\x10\x01\x01\x11\x00',
    '\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00',
    'picture\xff\xd9',
    tail,
  )

const zipTail = `PK\x05\x06${'\0'.repeat(18)}`
const html = '<html><script>alert(1)</script>'

describe('good files', () => {
  test.each([
    ['plan.pdf', 'application/pdf', pdf()],
    ['sign.PNG', 'image/png', png()],
    ['bridge.jpg', 'image/jpeg', jpeg()],
    ['bridge.jpeg', '', jpeg('\0\0')],
    ['plan.v2.final.pdf', 'application/octet-stream', pdf()],
  ])('%s', async (name, declared, bytes) => {
    expect(await inspectFile(bytes, name, declared)).toMatchObject({ ok: true })
  })
})

describe('pages of a PDF', () => {
  const pages = (count: number) => '<< /Type /Page >>\n'.repeat(count)
  const packed = (content: string | Buffer) =>
    Buffer.concat([
      text('2 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\r\n'),
      deflateSync(content),
      text('\nendstream\nendobj\n'),
    ]).toString('latin1')

  test.each([
    ['as many as allowed, in the open', pdf(`<< /Type /Pages >>${pages(300)}`)],
    ['as many as allowed, packed away', pdf(packed(pages(200)) + packed(pages(100)))],
    ['with a stream that is none', pdf('<< /Type /ObjStm >>\nstream\nnothing\nendstream\n')],
  ])('%s', async (_, bytes) => {
    expect(await inspectFile(bytes, 'plan.pdf', '')).toMatchObject({ ok: true })
  })

  test.each([
    ['one too many, in the open', pdf(pages(301)), 'file.too-long'],
    ['one too many, packed away', pdf(packed(pages(200)) + packed(pages(101))), 'file.too-long'],
    ['one that unpacks to a gigabyte', pdf(packed(Buffer.alloc(20 * 1024 * 1024))), 'file.packed'],
  ])('%s', async (_, bytes, code) => {
    expect(await inspectFile(bytes, 'plan.pdf', '')).toEqual({ ok: false, code })
  })
})

describe('bad files', () => {
  test.each([
    ['nothing in it', 'plan.pdf', '', text(''), 'file.empty'],
    ['too big', 'plan.pdf', '', Buffer.alloc(MOST_BYTES + 1), 'file.too-large'],
    ['a page named as a PDF', 'plan.pdf', 'application/pdf', text(html), 'file.wrong-type'],
    ['a PDF named as a picture', 'plan.png', 'image/png', pdf(), 'file.wrong-type'],
    ['a PDF declared as a page', 'plan.pdf', 'text/html', pdf(), 'file.wrong-type'],
    ['a drawing with scripts', 'sign.svg', 'image/svg+xml', text('<svg onload=1>'), 'file.wrong-type'],
    ['two extensions, the last a program', 'plan.pdf.exe', '', pdf(), 'file.wrong-type'],
    ['no extension', 'plan', '', pdf(), 'file.wrong-type'],
    ['a PDF behind a page', 'plan.pdf', '', text(html, pdf()), 'file.wrong-type'],
    ['a PDF with a page in its head', 'plan.pdf', '', text('%PDF-1.7\n', html, pdf()), 'file.wrong-type'],
    ['a PDF with an archive behind it', 'plan.pdf', '', text(pdf(), zipTail), 'file.wrong-type'],
    ['a PDF with a page behind it', 'plan.pdf', '', text(pdf(), html), 'file.wrong-type'],
    ['a PDF cut short', 'plan.pdf', '', pdf().subarray(0, 40), 'file.wrong-type'],
    ['a PDF with a password', 'plan.pdf', '', pdf('trailer << /Encrypt 5 0 R >>\n'), 'file.protected'],
    ['a PNG with an archive behind it', 'sign.png', '', text(png(), zipTail), 'file.wrong-type'],
    ['a PNG with a page in a comment', 'sign.png', '', png({ comment: html }), 'file.wrong-type'],
    ['a PNG with a PDF in a comment', 'sign.png', '', png({ comment: '%PDF-1.7' }), 'file.wrong-type'],
    ['a PNG cut short', 'sign.png', '', png().subarray(0, 50), 'file.wrong-type'],
    ['a PNG of 10 gigapixels', 'sign.png', '', png({ width: 1e5, height: 1e5 }), 'file.wrong-type'],
    ['a JPEG with a page behind it', 'bridge.jpg', '', jpeg(html), 'file.wrong-type'],
    ['a JPEG with an archive behind it', 'bridge.jpg', '', jpeg(zipTail), 'file.wrong-type'],
    ['a JPEG without a frame', 'bridge.jpg', '', text('\xff\xd8\xff\xd9'), 'file.wrong-type'],
  ])('%s', async (_what, name, declared, bytes, code) => {
    expect(await inspectFile(bytes, name, declared)).toEqual({ ok: false, code })
  })
})

test('file names lose paths and what could mislead', () => {
  expect(plainFileName('../../etc/plan.pdf')).toBe('plan.pdf')
  expect(plainFileName('C:\\fake\\plan.pdf')).toBe('plan.pdf')
  expect(plainFileName('pl\u0000an\r\n"\u202efdp.pdf')).toBe('planfdp.pdf')
  expect(plainFileName(`${'x'.repeat(300)}.pdf`)).toHaveLength(104)
})
