/** Everything that was found, the one find that is looked at, and the passages that the sheet cites. */
type Kind = 'plan-search' | 'plan-found' | 'plan-cited'

/** Paints ranges of the page without touching its elements; a browser that cannot goes without the colour. */
export function highlight(kind: Kind, ranges: readonly Range[]): void {
  if (typeof Highlight === 'undefined') return
  if (ranges.length === 0) CSS.highlights.delete(kind)
  else CSS.highlights.set(kind, new Highlight(...ranges))
}

/** Brings a range to where it can be read, and paints it as the one that is looked at. */
export function showRange(range: Range): void {
  highlight('plan-found', [range])
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}
