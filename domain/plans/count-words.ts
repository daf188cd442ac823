const words = new Intl.Segmenter('en', { granularity: 'word' })

/** How many words a text has. Server and browser count with the same segmenter, so that a limit means one thing. */
export function countWords(text: string): number {
  let count = 0
  for (const segment of words.segment(text)) if (segment.isWordLike) count++
  return count
}
