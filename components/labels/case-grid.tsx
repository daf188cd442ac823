import { type CellNotes, ShowCellCard } from './show-cell-card'
import { Sort } from './sort'
import { WalkCaseWithKeys } from './walk-case-with-keys'
import { type CaseCell, type CaseRow, writeCaseRows } from './write-case-rows'

export type { CaseCell }

const CHARACTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789']
const BOARD_ROWS = [0, 6, 12, 18, 24, 30].map((start) => CHARACTERS.slice(start, start + 6))

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
  const pairsOf = (character: string) => CHARACTERS.map((second) => byLabel.get(character + second))
  return (
    <div className="case" id="case">
      <a className="skip-case" href="#after-case">
        Skip the grid
      </a>
      <div className="case-x">
        <table className="grid36 singles">
          <caption className="sr-only">Single characters</caption>
          <Columns />
          <Rows rows={[{ head: 'Single', cells: CHARACTERS.map((character) => byLabel.get(character)) }]} />
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
          <Rows rows={CHARACTERS.map((character) => ({ head: character, cells: pairsOf(character) }))} />
        </table>
      </div>
      <PickFirst first={first} firstHref={firstHref} single={byLabel.get(first)} />
      <div className="board">
        <p className="lab mt-5" id="board-title">
          Names that begin with {first}
        </p>
        <table aria-labelledby="board-title">
          <Rows
            rows={BOARD_ROWS.map((row) => ({ cells: row.map((second) => byLabel.get(first + second)) }))}
          />
        </table>
      </div>
      <ShowCellCard notes={notes} />
      <WalkCaseWithKeys />
      <span id="after-case" />
    </div>
  )
}

function Rows({ rows }: { rows: CaseRow[] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: writeCaseRows escapes every value; see there for why it is text
  return <tbody dangerouslySetInnerHTML={{ __html: writeCaseRows(rows) }} />
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
