import type { IconName } from '@/components/ui/icon'

/** Where a name stands, in order of inking; `practice` marks the practice universe. */
export type Status =
  | 'reserved'
  | 'withheld'
  | 'before'
  | 'released'
  | 'open'
  | 'review'
  | 'qualified'
  | 'live'
  | 'closed'
  | 'awarded'
  | 'allocated'
  | 'practice'

/** Word for screens and accessible names, a short form for chips, and the glyph: status is never colour alone. */
export const statusWords: Record<Status, { word: string; short: string; glyph: IconName }> = {
  reserved: { word: 'Reserved', short: 'Reserved', glyph: 'lock' },
  withheld: { word: 'Withheld', short: 'Withheld', glyph: 'ban' },
  before: { word: 'Registered before the programme', short: 'Registered before', glyph: 'diamond' },
  released: { word: 'Released', short: 'Released', glyph: 'circle' },
  open: { word: 'Applications open', short: 'Applications open', glyph: 'circle-dot' },
  review: { word: 'Under review', short: 'Under review', glyph: 'half-disc' },
  qualified: { word: 'Qualified', short: 'Qualified', glyph: 'circle-check' },
  live: { word: 'Bidding now', short: 'Bidding now', glyph: 'timer' },
  closed: { word: 'Closed', short: 'Closed', glyph: 'solid-square' },
  awarded: { word: 'Awarded', short: 'Awarded', glyph: 'check' },
  allocated: { word: 'Allocated', short: 'Allocated', glyph: 'globe' },
  practice: { word: 'Practice', short: 'Practice', glyph: 'flask-conical' },
}
