import { LEFT, openDocument, WIDTH } from './open-document'
import { write } from './typeset'

/** A letter as it was sent: its subject, when, and its plain text. */
export type SentLetter = { subject: string; at: Date; from: string; text: string }

type Part = { head?: string; paragraphs: string[]; points: string[] }

/**
 * Sets a letter as a tagged PDF, in the words of the mail: nothing is added or left out. Paragraphs are divided by an empty
 * line; one whose further lines begin with a dash is a heading with its points.
 */
export async function renderLetter({ subject, at, from, text }: SentLetter): Promise<Uint8Array> {
  const { doc, root, add, close } = openDocument({ title: subject, author: from, at })
  add('P', () => write(doc, from, { size: 9, x: LEFT, width: WIDTH }))
  doc.moveDown(2)
  add('H1', () => write(doc, subject, { bold: true, size: 18, width: WIDTH }))
  doc.moveDown(1)
  for (const { head, paragraphs, points } of partsOf(text)) {
    if (head) add('H2', () => write(doc, head, { bold: true, size: 12, width: WIDTH }))
    if (head) doc.moveDown(0.3)
    for (const paragraph of paragraphs) add('P', () => write(doc, paragraph, { size: 10, width: WIDTH }))
    if (points.length > 0) {
      const list = doc.struct('L')
      root.add(list)
      for (const point of points) {
        const item = doc.struct('LI')
        list.add(item)
        item.add(
          doc.struct('LBody', {}, () => write(doc, point, { size: 10, x: LEFT + 12, width: WIDTH - 12 })),
        )
        item.end()
        doc.moveDown(0.3)
      }
      list.end()
      doc.x = LEFT
    }
    doc.moveDown(0.8)
  }
  return close()
}

function partsOf(text: string): Part[] {
  return text.split(/\n{2,}/).map((block) => {
    const [first = '', ...rest] = block.split('\n')
    if (!rest.some((line) => line.startsWith('- '))) return { paragraphs: [first, ...rest], points: [] }
    return { head: first, paragraphs: [], points: rest.map((line) => line.trim()) }
  })
}
