import { type CellNotes, ShowCellCard } from './show-cell-card'
import { Sort } from './sort'
import type { Status } from './status-words'
import { WalkCaseWithKeys } from './walk-case-with-keys'

/** One name in the case. `ink` shows a step of a scale (0–6, or hidden by suppression) instead of the status. */
export type CaseCell = {
  label: string
  status: Status
  href: string
  accessibleName: string
  dimmed?: boolean
  ink?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 'hidden'
}

const CHARACTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789']

/**
 * All 1,332 names where people expect them: a strip of 36 singles and a table of 36 × 36 pairs, letters before digits.
 * A filtered-out name dims and keeps its place. Tables of plain links (a prefetching link would ask for 1,300 pages);
 * after hydration the arrow keys walk it as one tab stop. Under 640 px it is 36 keys and a board of 6 × 6.
 * `first` is the chosen first character, `firstHref` the address that chooses another; `notes` what the card adds.
 */
export function CaseGrid({
  cells,
  first = 'a',
  firstHref,
  notes,
}: {
  cells: CaseCell[]
  first?: string
  firstHref: (character: string) => string
  notes?: CellNotes
}) {
  const byLabel = new Map(cells.map((cell) => [cell.label, cell]))
  const cellOf = (label: string) => <Cell cell={byLabel.get(label)} />
  return (
    <div className="case" id="case">
      <a className="skip-case" href="#after-case">
        Skip the grid
      </a>
      <div className="case-x">
        <table className="grid36 singles">
          <caption className="sr-only">Single characters</caption>
          <Columns />
          <tbody>
            <tr>
              <th scope="row">
                <span className="sr-only">Single</span>
              </th>
              {CHARACTERS.map((character) => (
                <td key={character}>{cellOf(character)}</td>
              ))}
            </tr>
          </tbody>
        </table>
        <table className="grid36 pairs">
          <caption className="sr-only">Pairs: rows give the first character, columns the second</caption>
          <Columns />
          <thead>
            <tr>
              <td />
              {CHARACTERS.map((character) => (
                <th key={character} scope="col">
                  {character}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CHARACTERS.map((row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {CHARACTERS.map((column) => (
                  <td key={column}>{cellOf(row + column)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PickFirst first={first} firstHref={firstHref} single={byLabel.get(first)} />
      <Board first={first} cellOf={cellOf} />
      <ShowCellCard notes={notes} />
      <WalkCaseWithKeys />
      <span id="after-case" />
    </div>
  )
}

function Columns() {
  return (
    <colgroup>
      <col />
      {CHARACTERS.map((character) => (
        <col key={character} />
      ))}
    </colgroup>
  )
}

function Cell({ cell }: { cell: CaseCell | undefined }) {
  if (!cell) return null
  const { label, status, href, accessibleName, dimmed, ink } = cell
  return (
    <a
      href={href}
      className={dimmed ? 'dim' : undefined}
      data-status={status}
      data-ink={dimmed ? undefined : ink}
      aria-label={accessibleName}
    >
      {label}
    </a>
  )
}

function PickFirst({
  first,
  firstHref,
  single,
}: {
  first: string
  firstHref: (character: string) => string
  single: CaseCell | undefined
}) {
  return (
    <nav className="pick" aria-label="First character">
      <p className="lab">First character</p>
      <div className="pick-keys">
        {CHARACTERS.map((character) => (
          <a
            key={character}
            href={firstHref(character)}
            aria-current={character === first ? 'true' : undefined}
          >
            {character}
          </a>
        ))}
      </div>
      {single && (
        <p className="row mt-4">
          <Sort label={first} status={single.status} size={34} href={single.href} />
          <span className="small soft">The single character {first}</span>
        </p>
      )}
    </nav>
  )
}

function Board({ first, cellOf }: { first: string; cellOf: (label: string) => React.ReactNode }) {
  const rows = [0, 6, 12, 18, 24, 30].map((start) => CHARACTERS.slice(start, start + 6))
  return (
    <div className="board">
      <p className="lab mt-5" id="board-title">
        Names that begin with {first}
      </p>
      <table aria-labelledby="board-title">
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((second) => (
                <td key={second}>{cellOf(first + second)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
