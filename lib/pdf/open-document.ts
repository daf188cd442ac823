import PDFDocument from 'pdfkit'
import { registerFaces } from './typeset'

export const LEFT = 64
export const WIDTH = 467

export type Doc = PDFKit.PDFDocument

/**
 * A tagged PDF (PDF/UA) with its title, its language and the portal's own fonts, to be written into. Deterministic: no
 * clock and no chance enters. `add` writes one element of its structure, `close` gives the bytes.
 */
export function openDocument({ title, author, at }: { title: string; author: string; at: Date }) {
  const doc: Doc = new PDFDocument({
    ...{ size: 'A4', margins: { top: 64, bottom: 64, left: LEFT, right: LEFT } },
    ...{ pdfVersion: '1.7', tagged: true, lang: 'en-GB', displayTitle: true },
    // The types do not know of PDF/UA yet.
    subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
    // None to begin with: what is written names its own, and the library's would be one that it does not carry with it.
    font: '',
    info: {
      ...{ Title: title, Author: author, CreationDate: at, ModDate: at },
      ...{ Producer: 'Short names in .ORG', Creator: 'Short names in .ORG' },
    },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => doc.on('end', resolve))
  registerFaces(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  return {
    doc,
    root,
    add: (type: string, draw: () => void) => root.add(doc.struct(type, {}, draw)),
    async close(): Promise<Uint8Array> {
      root.end()
      doc.end()
      await ended
      return Buffer.concat(chunks)
    },
  }
}
