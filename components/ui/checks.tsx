import { Icon, type IconName } from './icon'
import type { Tone } from './status'

export type CheckVerdict = 'passed' | 'failed' | 'waiting' | 'absent'

const looks: Record<CheckVerdict, { word: string; tone: Tone; icon: IconName }> = {
  passed: { word: 'Passed', tone: 'good', icon: 'circle-check' },
  failed: { word: 'Failed', tone: 'bad', icon: 'circle-x' },
  waiting: { word: 'Checking', tone: 'quiet', icon: 'circle' },
  absent: { word: 'Not in the file', tone: 'quiet', icon: 'circle' },
}

/** Checks of a result: what was checked, what was found, the verdict in words, a short hash. */
export function Checks({
  items,
}: {
  items: { what: string; found?: React.ReactNode; verdict: CheckVerdict; hash?: string }[]
}) {
  return (
    <ul className="checks">
      {items.map(({ what, found, verdict, hash }) => (
        <li key={what} data-tone={looks[verdict].tone}>
          <Icon name={looks[verdict].icon} />
          <b>{what}</b>
          <span className="verdict">{looks[verdict].word}</span>
          <span className="found">{found}</span>
          <span className="mono">{hash}</span>
        </li>
      ))}
    </ul>
  )
}

/** What must hold before something may happen; met or not met yet. */
export function Conditions({ items }: { items: { text: React.ReactNode; met: boolean; key?: string }[] }) {
  return (
    <ul className="conditions">
      {items.map(({ text, met, key }, index) => (
        <li key={key ?? String(index)} data-tone={met ? 'good' : 'quiet'}>
          <Icon name={met ? 'circle-check' : 'circle'} title={met ? 'Met:' : 'Not yet:'} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
