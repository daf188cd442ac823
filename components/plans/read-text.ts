import type { Place } from '@/domain/plans/passages'

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, blockquote, pre, div, header, section'

/** The text of a part of the page, with a line for each block, and the way between its offsets and the page. */
export type PageText = {
  text: string
  rangeOf(place: Place): Range
  /** What of a range lies in it; undefined when nothing does. */
  placeOf(range: Range): Place | undefined
}

/** Reads a part of the page as text that can be searched and cited. */
export function readText(root: Element): PageText {
  const pieces: { node: Text; start: number }[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let [text, block]: [string, Element | null] = ['', null]
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const own = node.parentElement?.closest(BLOCKS) ?? null
    if (text !== '' && own !== block) text += '\n'
    block = own
    pieces.push({ node, start: text.length })
    text += node.data
  }
  return {
    text,
    rangeOf({ start, end }) {
      const range = document.createRange()
      const first = pieces.findLast((piece) => piece.start <= start)!
      const last = pieces.findLast((piece) => piece.start < end)!
      range.setStart(first.node, Math.min(start - first.start, first.node.length))
      range.setEnd(last.node, Math.min(end - last.start, last.node.length))
      return range
    },
    placeOf(range) {
      const within = pieces.flatMap(({ node, start }) => {
        if (!range.intersectsNode(node)) return []
        const from = node === range.startContainer ? range.startOffset : 0
        const to = node === range.endContainer ? range.endOffset : node.length
        return from < to ? [{ start: start + from, end: start + to }] : []
      })
      const [first, last] = [within[0], within.at(-1)]
      return first && last && { start: first.start, end: last.end }
    },
  }
}
