import { type Doc, LEFT, openDocument, WIDTH } from './open-document'
import { write } from './typeset'

/** A short business paper: who writes to whom, facts, lines with amounts, a sum, and what to know. */
export type Paper = {
  title: string
  /** From the row that the paper is made of: the same row gives the same bytes. */
  at: Date
  from: readonly string[]
  to: readonly string[]
  facts: readonly { what: string; value: string }[]
  lines: readonly { what: string; amount: string }[]
  total: { what: string; amount: string }
  notes: readonly { head: string; text: string }[]
}

const AMOUNT_WIDTH = 130

/** Sets a paper as a tagged PDF: the same paper gives the same bytes. */
export async function renderPaper(paper: Paper): Promise<Uint8Array> {
  const { doc, root, add, close } = openDocument({
    title: paper.title,
    author: paper.from[0] ?? '',
    at: paper.at,
  })
  add('P', () => block(doc, paper.from, LEFT, { size: 9 }))
  doc.moveDown(2)
  add('H1', () => write(doc, paper.title, { bold: true, size: 20, width: WIDTH }))
  doc.moveDown(1)
  add('P', () => block(doc, paper.to, LEFT, { size: 11 }))
  doc.moveDown(1)
  for (const { what, value } of paper.facts) add('P', () => pair(doc, what, value))
  doc.moveDown(1)
  addTable(doc, root, paper)
  doc.moveDown(1.5)
  for (const { head, text } of paper.notes) {
    add('H2', () => write(doc, head, { bold: true, size: 11, width: WIDTH }))
    add('P', () => write(doc, text, { size: 10, width: WIDTH }))
    doc.moveDown(0.8)
  }
  return close()
}

function block(doc: Doc, lines: readonly string[], x: number, { size }: { size: number }): void {
  for (const line of lines) write(doc, line, { size, x, width: WIDTH })
}

/** A fact on one line: what it is, and beside it the value. */
function pair(doc: Doc, what: string, value: string): void {
  const { y } = doc
  write(doc, what, { size: 10, x: LEFT, y, width: 140 })
  write(doc, value, { size: 10, bold: true, x: LEFT + 150, y, width: WIDTH - 150 })
}

function addTable(doc: Doc, root: PDFKit.PDFStructureElement, { lines, total }: Paper): void {
  const table = doc.struct('Table')
  root.add(table)
  const row = (type: string, what: string, amount: string, bold: boolean) => {
    rule(doc)
    const { y } = doc
    const tr = doc.struct('TR')
    table.add(tr)
    tr.add(
      doc.struct(type, {}, () => write(doc, what, { bold, x: LEFT, y, width: WIDTH - AMOUNT_WIDTH - 20 })),
    )
    const below = doc.y
    const amountAt = LEFT + WIDTH - AMOUNT_WIDTH
    tr.add(
      doc.struct(type, {}, () =>
        write(doc, amount, { bold, x: amountAt, y, width: AMOUNT_WIDTH, end: true }),
      ),
    )
    tr.end()
    doc.y = Math.max(below, doc.y) + 4
  }
  row('TH', 'What', 'US dollars', true)
  for (const { what, amount } of lines) row('TD', what, amount, false)
  row('TD', total.what, total.amount, true)
  table.end()
  rule(doc)
}

/** A line across the page; nothing to read, so it is marked as an artefact. */
function rule(doc: Doc): void {
  doc.markContent('Artifact', { type: 'Layout' })
  doc
    .moveTo(LEFT, doc.y)
    .lineTo(LEFT + WIDTH, doc.y)
    .lineWidth(0.5)
    .stroke()
  doc.endMarkedContent()
  doc.y += 4
}
