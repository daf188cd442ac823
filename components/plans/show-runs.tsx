import type { Run } from '@/domain/plans/compare-texts'

/** A text with its changes: what was added is underlined, what was taken out struck through. */
export function ShowRuns({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`
    if (kind === 'added') return <ins key={key}>{text}</ins>
    if (kind === 'removed') return <del key={key}>{text}</del>
    return <span key={key}>{text}</span>
  })
}
