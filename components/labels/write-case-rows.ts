import type { Status } from './status-words'

/** One name in the case. `ink` shows a step of a scale (0–6, or hidden by suppression) instead of the status. */
export type CaseCell = {
  label: string
  status: Status
  href: string
  accessibleName: string
  dimmed?: boolean
  ink?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 'hidden'
}

/** A row of the table: its head, or none on the phone's board, and its cells. A label we do not hold leaves a gap. */
export type CaseRow = { head?: string; cells: (CaseCell | undefined)[] }

/**
 * The rows as HTML. 1,332 cells as elements would be sent a second time as data and hydrated one by one, for links that
 * never change; as text they cost a tenth. Every value is escaped, whatever its source.
 */
export function writeCaseRows(rows: CaseRow[]): string {
  return rows.map(({ head, cells }) => `<tr>${writeHead(head)}${cells.map(writeCell).join('')}</tr>`).join('')
}

function writeHead(head: string | undefined): string {
  return head === undefined ? '' : `<th scope="row">${escapeHtml(head)}</th>`
}

function writeCell(cell: CaseCell | undefined): string {
  if (!cell) return '<td></td>'
  const { label, status, href, accessibleName, dimmed, ink } = cell
  const attributes = [
    `href="${escapeHtml(href)}"`,
    `data-status="${escapeHtml(status)}"`,
    `aria-label="${escapeHtml(accessibleName)}"`,
    ...(dimmed ? ['class="dim"'] : []),
    ...(ink !== undefined && !dimmed ? [`data-ink="${escapeHtml(String(ink))}"`] : []),
  ]
  return `<td><a ${attributes.join(' ')}>${escapeHtml(label)}</a></td>`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}
