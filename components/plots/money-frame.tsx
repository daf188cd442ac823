import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { WIDTH } from './stretch'
import { Stretched } from './stretched'

const HEIGHT = 250
export const TOP = 20

/** Whole cents as a height between the lowest and the highest, with some room in dollars at both ends. */
export type MoneyAxis = { y: ScaleLinear<number, number>; level(minor: bigint): number }

export function moneyAxis(
  amounts: readonly bigint[],
  bottom: number,
  roomOf: (low: number, high: number) => number,
): MoneyAxis {
  const dollars = amounts.map((minor) => Number(minor) / 100)
  const [low, high] = [Math.min(...dollars), Math.max(...dollars)]
  const room = roomOf(low, high)
  const y = scaleLinear([low - room, high + room], [bottom, TOP])
  return { y, level: (minor) => y(Number(minor) / 100) }
}

/**
 * A plot of amounts: their grid, named before it, and the reserve dotted. What is drawn over it is stretched with the
 * width; what must keep its form stands `below` it or `above`.
 */
export function MoneyFrame({
  className,
  title,
  description,
  axis: { y, level },
  reserveMinor,
  children,
  below,
  above,
}: {
  className: string
  title: string
  description: string
  axis: MoneyAxis
  reserveMinor: bigint
  children: ReactNode
  below?: ReactNode
  above?: ReactNode
}) {
  const ticks = y.ticks(4)
  return (
    <svg className={`plot ${className}`} width="100%" height={HEIGHT} role="img" aria-label={title}>
      <desc>{description}</desc>
      {ticks.map((amount) => (
        <text key={amount} x="0" dx="-8" y={y(amount) + 4} textAnchor="end">
          {amount.toLocaleString('en')}
        </text>
      ))}
      {below}
      <Stretched height={HEIGHT}>
        {ticks.map((amount) => (
          <path key={amount} className="grid" d={`M0 ${y(amount)}H${WIDTH}`} />
        ))}
        <path className="reserve" d={`M0 ${level(reserveMinor)}H${WIDTH}`} />
        {children}
      </Stretched>
      {above}
    </svg>
  )
}
