import { showRange } from '@/components/plans/highlight-text'
import { readText } from '@/components/plans/read-text'
import { sectionAnchor } from '@/components/plans/section-anchor'
import type { Citation } from '@/db/schema/reviews'
import { findPassages, MOST_QUOTE, plainQuote } from '@/domain/plans/passages'

const SECTION = '.plan-document > section[data-section]'

/** What is selected in the plan, as a citation; within one section, the first where it is in several. */
export function citationOfSelection(): Citation | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  for (const section of document.querySelectorAll<HTMLElement>(SECTION)) {
    const page = readText(section)
    const place = range.intersectsNode(section) ? page.placeOf(range) : undefined
    const quote = place && plainQuote(page.text.slice(place.start, place.end))
    if (!place || !quote) continue
    const occurrence = findPassages(page.text, quote).findIndex(({ end }) => end > place.start)
    return quote.length < 3 || quote.length > MOST_QUOTE || occurrence < 0
      ? undefined
      : { section: section.dataset.section!, quote, occurrence }
  }
  return undefined
}

/** Words that were pasted, as a citation of the first section that has them. */
export function citationOfWords(words: string): Citation | undefined {
  const quote = plainQuote(words)
  if (quote.length < 3 || quote.length > MOST_QUOTE) return undefined
  const sections = [...document.querySelectorAll<HTMLElement>(SECTION)]
  const found = sections.find((section) => findPassages(readText(section).text, quote).length > 0)
  return found && { section: found.dataset.section!, quote, occurrence: 0 }
}

/** Where a cited passage stands on the page. */
export function rangeOfCitation({ section, quote, occurrence }: Citation): Range | undefined {
  const element = document.getElementById(sectionAnchor(section))
  if (!element) return undefined
  const page = readText(element)
  const place = findPassages(page.text, quote)[occurrence]
  return place && page.rangeOf(place)
}

/** Leads to a cited passage: the plan comes to the front, shows it, and has the focus. False when it is not there. */
export function showCitation(citation: Citation): boolean {
  const range = rangeOfCitation(citation)
  const pane = document.querySelector<HTMLElement>('.panes > .plan')
  if (!range || !pane) return false
  if (pane.offsetParent === null)
    document.querySelector<HTMLElement>('.pane-tabs [href="?pane=plan"]')?.click()
  // Another pane is there only after the page was drawn anew.
  requestAnimationFrame(() => {
    pane.focus({ preventScroll: true })
    showRange(range)
  })
  return true
}
