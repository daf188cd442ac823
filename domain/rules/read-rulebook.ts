/** A paragraph of the rulebook: `R7.3`, its text and the items under it, as written (Markdown). */
export type Paragraph = { number: string; text: string; items: string[] }
export type Section = { id: string; title: string; paragraphs: Paragraph[] }

/**
 * The rulebook's text as sections and numbered paragraphs, so that each can be linked to by its number. What stands
 * before the first section is the introduction.
 */
export function readRulebook(text: string): { title: string; introduction: string[]; sections: Section[] } {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? ''
  const [before = '', ...parts] = text.split(/^## /m)
  const introduction = before
    .replace(/^# .+$/m, '')
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s*\n\s*/g, ' ').trim())
    .filter((block) => block !== '')
  return { title, introduction, sections: parts.map(readSection) }
}

function readSection(part: string): Section {
  const [head = '', ...lines] = part.split('\n')
  const [, id = '', title = ''] = /^(R\d+)\s+(.*)$/.exec(head.trim()) ?? []
  const paragraphs: Paragraph[] = []
  for (const line of lines) {
    const [, number, text] = /^- (R\d+\.\d+)\s+(.*)$/.exec(line) ?? []
    const last = paragraphs.at(-1)
    if (number !== undefined && text !== undefined) paragraphs.push({ number, text, items: [] })
    else if (last && /^ {2}- /.test(line)) last.items.push(line.slice(4))
  }
  return { id, title, paragraphs }
}
