import { describe, expect, it } from 'vitest'
import { findNextCell } from './find-next-cell'

const from = { row: 5, column: 10 }
const press = (key: string, control = false, place = from) => findNextCell(key, control, place, 37, 36)

describe('findNextCell', () => {
  it('moves by one with the arrows', () => {
    expect(press('ArrowUp')).toEqual({ row: 4, column: 10 })
    expect(press('ArrowDown')).toEqual({ row: 6, column: 10 })
    expect(press('ArrowLeft')).toEqual({ row: 5, column: 9 })
    expect(press('ArrowRight')).toEqual({ row: 5, column: 11 })
  })

  it('goes to the ends of the row, and with Control to the corners', () => {
    expect(press('Home')).toEqual({ row: 5, column: 0 })
    expect(press('End')).toEqual({ row: 5, column: 35 })
    expect(press('Home', true)).toEqual({ row: 0, column: 0 })
    expect(press('End', true)).toEqual({ row: 36, column: 35 })
  })

  it('leaps six rows with the page keys', () => {
    expect(press('PageDown')).toEqual({ row: 11, column: 10 })
    expect(press('PageUp')).toEqual({ row: 0, column: 10 })
  })

  it('stays inside the edges', () => {
    expect(press('ArrowUp', false, { row: 0, column: 0 })).toEqual({ row: 0, column: 0 })
    expect(press('ArrowRight', false, { row: 36, column: 35 })).toEqual({ row: 36, column: 35 })
    expect(press('PageDown', false, { row: 34, column: 0 })).toEqual({ row: 36, column: 0 })
  })

  it('leaves other keys to the browser', () => {
    expect(press('Enter')).toBeUndefined()
    expect(press('a')).toBeUndefined()
  })
})
