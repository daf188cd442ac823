import type { ReactNode } from 'react'
import { WIDTH } from './stretch'

/** What is stretched with the width: lines and bars, whose form that does not change. */
export function Stretched({ height, children }: { height: number; children: ReactNode }) {
  return (
    <svg
      className="stretched"
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      width="100%"
      height={height}
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}
