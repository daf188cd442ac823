/** A run of text that both versions have, or only one of them. */
export type Run = { kind: 'kept' | 'added' | 'removed'; text: string }

/** More words than this on a side are compared as a whole: the table of the comparison grows with both. */
const MOST_PIECES = 4000

/**
 * What changed between two texts, by words. The kept and removed runs together are `before`, the kept and added ones
 * are `after`, to the last blank.
 */
export function compareTexts(before: string, after: string): Run[] {
  const [a, b] = [pieces(before), pieces(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const middle = compareMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return joinRuns([
    { kind: 'kept', text: a.slice(0, start).join('') },
    ...middle,
    { kind: 'kept', text: a.slice(a.length - end).join('') },
  ])
}

/** Words with the blanks that follow them. */
function pieces(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

/** The longest common subsequence, walked from the front. */
function compareMiddle(a: string[], b: string[]): Run[] {
  if (a.length > MOST_PIECES || b.length > MOST_PIECES)
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ]
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
  const runs: Run[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'kept', text: a[i]! })
      i++
      j++
    } else if (i < a.length && (j === b.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
      runs.push({ kind: 'removed', text: a[i++]! })
    else runs.push({ kind: 'added', text: b[j++]! })
  }
  return runs
}

function joinRuns(runs: Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs.filter(({ text }) => text !== '')) {
    const last = joined.at(-1)
    if (last?.kind === run.kind) last.text += run.text
    else joined.push({ ...run })
  }
  return joined
}
