import { drawings } from './icon-drawings'

export type IconName = keyof typeof drawings | 'half-disc' | 'solid-square'

/** Two marks of our own: the left half inked, and a filled square. `solid` is filled, `line` is stroked. */
const own = {
  'half-disc': { line: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0', solid: 'M12 3a9 9 0 0 0 0 18z' },
  'solid-square': { line: '', solid: 'M5 5h14v14h-14z' },
}

/**
 * A glyph in the colour of the text beside it, as inline SVG so that forced colours repaint it. Decorative: the word
 * stands beside it, or `title` names it when it stands alone.
 * `size` is s (14 px), m (17 px) or l (22 px).
 */
export function Icon({
  name,
  size = 'm',
  title,
  className = '',
}: {
  name: IconName
  size?: 's' | 'm' | 'l'
  title?: string
  className?: string
}) {
  const mark = name in own ? own[name as keyof typeof own] : undefined
  const line = mark ? mark.line : drawings[name as keyof typeof drawings]
  const sized = size === 'm' ? 'icon' : `icon icon-${size}`
  return (
    <>
      <svg
        aria-hidden="true"
        className={className ? `${sized} ${className}` : sized}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {line && <path d={line} />}
        {mark && <path d={mark.solid} fill="currentColor" />}
      </svg>
      {title && <span className="sr-only">{title}</span>}
    </>
  )
}
