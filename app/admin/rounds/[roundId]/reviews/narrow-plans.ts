export type Given = Record<string, string | string[] | undefined>

/** What of a long list an address shows: a part of it, a plan by name or reference, a page. */
export type View = { show: string; find: string; page: number }

/** One page of the plans that fit, and all that fit. */
export type Page<Plan> = { rows: Plan[]; fitting: Plan[]; before: number; page: number; pages: number }

/** So few plans are seen at a glance: nothing to narrow. */
export const FEW = 10

/** The view that an address names; what means nothing counts as absent. */
export function readView(given: Given, parts: readonly string[]): View {
  const one = (name: string) => [given[name]].flat()[0] ?? ''
  return {
    show: parts.find((part) => part === one('show')) ?? '',
    find: one('find').trim().slice(0, 40),
    page: Math.min(1000, Math.max(1, Number.parseInt(one('page'), 10) || 1)),
  }
}

/** The address of a view with some of it changed; a change begins at the first page again. */
export function viewHref(path: string, view: View, change: Partial<View> = {}): string {
  const { show, find, page } = { ...view, page: 1, ...change }
  const query = new URLSearchParams({
    ...(show && { show }),
    ...(find && { find }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return query ? `${path}?${query}` : path
}

/** The page of a view; beyond the last page it is the last. `isIn` says what the view's part holds. */
export function pageOfPlans<Plan extends { label: string; reference: string }>(
  plans: readonly Plan[],
  { find, page: asked }: View,
  each: number,
  isIn: (plan: Plan) => boolean,
): Page<Plan> {
  const sought = find.toLowerCase().replace(/\.org$/, '')
  const fitting = plans.filter(
    (plan) => isIn(plan) && (plan.label.startsWith(sought) || plan.reference.toLowerCase().includes(sought)),
  )
  const pages = Math.max(1, Math.ceil(fitting.length / each))
  const page = Math.min(asked, pages)
  const before = (page - 1) * each
  return { rows: fitting.slice(before, before + each), fitting, before, page, pages }
}

/**
 * Where the pass line goes on a page of plans by score: before the row with this index, after all rows where it is their
 * number; undefined where it belongs on another page. And that page.
 */
export function placeOfLine<Plan>(
  { rows, fitting, before, pages }: Page<Plan>,
  each: number,
  isBelow: (plan: Plan) => boolean,
): { index: number | undefined; page: number } {
  const first = fitting.findIndex(isBelow)
  const place = first === -1 ? fitting.length : first
  const isHere = place >= before && (place < before + rows.length || before + rows.length === fitting.length)
  return {
    index: isHere ? place - before : undefined,
    page: Math.min(pages, Math.floor(place / each) + 1),
  }
}
