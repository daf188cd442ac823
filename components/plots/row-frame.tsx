import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { along, WIDTH } from './stretch'
import { Stretched } from './stretched'

const FOOT = 26

/** Where the rows of a plot stand. */
export type Rows = {
  x: ScaleLinear<number, number>
  top: number
  bottom: number
  middleOf(index: number): number
}

/**
 * The place of so many rows on one scale.
 * @param scale the values at its two ends
 * @param size above the first row, and of each, in pixels
 */
export function layRows(
  count: number,
  scale: readonly [number, number],
  { top = 8, row = 34 }: { top?: number; row?: number } = {},
): Rows {
  return {
    x: scaleLinear(scale, [0, WIDTH]),
    top,
    bottom: top + count * row,
    middleOf: (index) => top + (index + 0.5) * row,
  }
}

/**
 * A plot of rows: the grid of its scale with the values below, the name of each row before it. What is drawn over the
 * grid is stretched with the width; what must keep its form is `above`.
 */
export function RowFrame({
  className,
  title,
  description,
  rows: { x, top, bottom, middleOf },
  names,
  show,
  children,
  above,
}: {
  className: string
  title: string
  description: string
  rows: Rows
  /** No two the same. */
  names: readonly string[]
  show(value: number): string
  children: ReactNode
  above?: ReactNode
}) {
  const ticks = x.ticks(4)
  return (
    <svg className={`plot ${className}`} width="100%" height={bottom + FOOT} role="img" aria-label={title}>
      <desc>{description}</desc>
      <Stretched height={bottom}>
        {ticks.map((value) => (
          <path key={value} className="grid" d={`M${x(value)} ${top}V${bottom}`} />
        ))}
        {children}
      </Stretched>
      {above}
      {ticks.map((value, index) => (
        <text
          key={value}
          className={index % 2 === 1 ? 'spare' : undefined}
          x={along(x(value))}
          y={bottom + 18}
          textAnchor="middle"
        >
          {show(value)}
        </text>
      ))}
      {names.map((name, index) => (
        <text key={name} x="0" dx="-8" y={middleOf(index) + 4} textAnchor="end">
          {name}
        </text>
      ))}
    </svg>
  )
}
