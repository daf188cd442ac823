'use client'

import { Icon, type IconName } from '@/components/ui/icon'
import { formatInstant, formatTimeOfDay } from '@/lib/time/format-instant'
import type { SaveState } from './section-saver'

const glyphs: Record<SaveState['phase'], IconName> = {
  idle: 'check',
  saving: 'loader-circle',
  saved: 'check',
  retrying: 'triangle-alert',
  offline: 'triangle-alert',
  'signed-out': 'triangle-alert',
  refused: 'circle-alert',
  conflict: 'circle-alert',
}

/** Where the text stands, in one place. Assistive technology hears of it only when saving fails and when it works again. */
export function ShowSaveState({
  state,
  savedAt,
  zone,
  signInHref,
}: {
  state: SaveState<unknown>
  savedAt: string | null
  zone: string
  signInHref: string
}) {
  const words = wordsOf(state, savedAt, zone)
  const isFailure = ['retrying', 'offline', 'signed-out', 'refused', 'conflict'].includes(state.phase)
  return (
    <span className="row flex-nowrap [--gap:.4rem]" data-save-state={state.phase}>
      {words && <Icon name={glyphs[state.phase]} size="s" />}
      <span>
        {words}
        {state.phase === 'signed-out' && (
          <>
            {' '}
            <a href={signInHref} target="_blank" rel="noopener opener">
              Sign in
            </a>
          </>
        )}
      </span>
      <span role="status" className="sr-only">
        {isFailure ? words : ''}
      </span>
    </span>
  )
}

function wordsOf(state: SaveState<unknown>, savedAt: string | null, zone: string): string {
  switch (state.phase) {
    case 'idle':
      return savedAt ? `Saved ${formatInstant(new Date(savedAt), zone)}` : ''
    case 'saved':
      return `Saved ${formatTimeOfDay(new Date(state.at), zone)}`
    case 'saving':
      return 'Saving…'
    case 'retrying':
      return 'Not saved, retrying. Your text is kept on this device.'
    case 'offline':
      return 'Offline, kept on this device'
    case 'signed-out':
      return 'You are signed out. Your text is kept on this device.'
    case 'refused':
      return `Not saved: ${state.message}`
    case 'conflict':
      return 'Not saved: changed elsewhere. Choose which text to go on with.'
  }
}
