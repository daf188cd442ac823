import { type Status as LabelStatus, statusWords } from '@/components/labels/status-words'
import { Icon, type IconName } from './icon'

/** Where a name stands: colour, glyph and word, always the three. `word` replaces the usual word. */
export function Status({ status, word }: { status: LabelStatus; word?: string }) {
  return (
    <span className="status" data-status={status}>
      <Icon name={statusWords[status].glyph} />
      {word ?? statusWords[status].word}
    </span>
  )
}

/** The filled form, once per page beside the identity. A result page says `word="Final"`. */
export function Badge({ status, word }: { status: LabelStatus; word?: string }) {
  return (
    <span className="badge" data-status={status}>
      <Icon name={statusWords[status].glyph} />
      {word ?? statusWords[status].short}
    </span>
  )
}

export type Tone = 'good' | 'bad' | 'warn' | 'info' | 'quiet' | 'live'

/** A state that is no status of a name: leading, waiting, failed. */
export function Mark({ tone, icon, children }: { tone: Tone; icon: IconName; children: React.ReactNode }) {
  return (
    <span className="status" data-tone={tone}>
      <Icon name={icon} />
      {children}
    </span>
  )
}

/** The filled form of `Mark`: "There is a problem" in a task list. */
export function MarkBadge({
  tone,
  icon,
  children,
}: {
  tone: Tone
  icon: IconName
  children: React.ReactNode
}) {
  return (
    <span className="badge" data-tone={tone}>
      <Icon name={icon} />
      {children}
    </span>
  )
}
