import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { spell } from '@/domain/labels/spell'
import { type Status, statusWords } from './status-words'

/**
 * A name as a piece of type: body height `size` in pixels; a single is narrow, a pair is wide. With `href` it is a link
 * to the name (never a button). Without `status` it is a blank face. `onFace` when it stands on a raised pane.
 * `decorative` hides it from assistive technology, where the name is written beside it.
 */
export function Sort({
  label,
  status,
  size = 48,
  href,
  onFace = false,
  decorative = false,
}: {
  label: string
  status?: Status
  size?: 26 | 34 | 48 | 76 | 132 | 232
  href?: string
  onFace?: boolean
  decorative?: boolean
}) {
  // The invented name of a practice (R3.6) is no piece of type: whatever its state, it carries the mark of practice.
  const practice = label.length > 2
  const shown = practice ? 'practice' : status
  const face = practice ? <Icon name="flask-conical" /> : label
  const shape = {
    className: `sort h${size}${label.length === 1 ? ' single' : ''}${onFace ? ' on-face' : ''}`,
    'data-status': shown,
    dir: 'ltr',
  }
  const name = label && `${label}.org${shown ? `, ${statusWords[shown].word}` : ''} (${spell(label)})`
  if (href) {
    return (
      <Link {...shape} href={href} prefetch={false} aria-label={name}>
        <span>{face}</span>
      </Link>
    )
  }
  return (
    <span
      {...shape}
      {...(decorative || !label ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      <span>{face}</span>
    </span>
  )
}
