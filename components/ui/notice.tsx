import { Icon, type IconName } from './icon'
import type { Tone } from './status'

const glyphs: Record<Tone, IconName> = {
  info: 'info',
  warn: 'triangle-alert',
  bad: 'circle-x',
  good: 'circle-check',
  live: 'timer',
  quiet: 'info',
}

/** Something to know, with a line at its start edge and no fill: the fact in bold, then what follows from it. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: Tone
  title: string
  children?: React.ReactNode
}) {
  return (
    <div className="notice" data-tone={tone}>
      <b>
        <Icon name={glyphs[tone]} />
        {title}
      </b>
      {children && <div>{children}</div>}
    </div>
  )
}
