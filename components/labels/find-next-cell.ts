/** Rows of a grid by length: the strip of singles, then the pairs. */
export type Place = { row: number; column: number }

const PAGE = 6

/**
 * Where a key leads from a place in the grid: arrows by one, Home and End along the row, with Control to the corners,
 * PageUp and PageDown by six rows. Stays inside the edges. Undefined for any other key.
 */
export function findNextCell(
  key: string,
  control: boolean,
  { row, column }: Place,
  rows: number,
  columns: number,
): Place | undefined {
  const inside = (value: number, length: number) => Math.min(Math.max(value, 0), length - 1)
  const to = (nextRow: number, nextColumn: number) => ({
    row: inside(nextRow, rows),
    column: inside(nextColumn, columns),
  })
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'PageUp':
      return to(row - PAGE, column)
    case 'PageDown':
      return to(row + PAGE, column)
    case 'Home':
      return to(control ? 0 : row, 0)
    case 'End':
      return to(control ? rows : row, columns)
    default:
      return undefined
  }
}
