'use client'

import { useState } from 'react'
import { Icon } from './icon'

/** Puts a text on the clipboard and says so. Without JavaScript the text beside it can be selected. */
export function CopyButton({ text, children }: { text: string; children: React.ReactNode }) {
  const [said, say] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say('Copied'),
      () => say('Select the text and copy it yourself'),
    )
  return (
    <span className="row [--gap:0.75rem]">
      <button type="button" className="btn s" onClick={copy}>
        <Icon name="copy" size="s" />
        <span>{children}</span>
      </button>
      <span role="status" className="small muted">
        {said}
      </span>
    </span>
  )
}
