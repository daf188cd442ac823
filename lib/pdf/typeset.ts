import { readFileSync } from 'node:fs'
import path from 'node:path'
import { unpackWoff } from './unpack-woff'

type Doc = PDFKit.PDFDocument
type Script = 'latin' | 'latin-ext'

const fileOf = (script: Script, weight: 400 | 700) =>
  path.join(
    process.cwd(),
    'node_modules/@fontsource/public-sans/files',
    `public-sans-${script}-${weight}-normal.woff`,
  )

/** The portal's text face, in two weights; each comes in two files, of which the second has the rarer letters. */
const faces = {
  regular: fileOf('latin', 400),
  'regular rare': fileOf('latin-ext', 400),
  bold: fileOf('latin', 700),
  'bold rare': fileOf('latin-ext', 700),
} as const

/** Read when the first paper is made, and kept. */
let unpacked: [name: string, font: Buffer][] | undefined

export function registerFaces(doc: Doc): void {
  unpacked ??= Object.entries(faces).map(([name, file]) => [name, unpackWoff(readFileSync(file))])
  for (const [name, font] of unpacked) doc.registerFont(name, font)
}

type Setting = {
  bold?: boolean
  size?: number
  x?: number
  y?: number
  width: number
  /** At the end of its column: for amounts. */
  end?: boolean
}

/** Writes a text, each run of it in the file that has its letters; what neither has is shown as a question mark. */
export function write(doc: Doc, text: string, { bold, size = 10, x, y, width, end }: Setting): void {
  const name = bold ? 'bold' : 'regular'
  const runs = runsOf(text)
  doc.fontSize(size)
  runs.forEach((run, index) => {
    doc.font(run.rare ? `${name} rare` : name)
    const options = { width, continued: index < runs.length - 1, align: end ? 'right' : 'left' } as const
    if (index === 0) doc.text(run.text, x ?? doc.page.margins.left, y ?? doc.y, options)
    else doc.text(run.text, options)
  })
}

/** Letters of Latin Extended are in the second file; the first has the rest of what Western languages write. */
function runsOf(text: string): { text: string; rare: boolean }[] {
  const runs: { text: string; rare: boolean }[] = []
  for (const letter of text.normalize('NFC')) {
    const rare = /[\u0100-\u024f\u1e00-\u1eff]/.test(letter)
    const shown = rare || /[\u0020-\u00ff\u2013\u2014\u2018-\u201e\u2026\u2212]/.test(letter) ? letter : '?'
    const last = runs.at(-1)
    if (last && last.rare === rare) last.text += shown
    else runs.push({ text: shown, rare })
  }
  return runs.length === 0 ? [{ text: '', rare: false }] : runs
}
