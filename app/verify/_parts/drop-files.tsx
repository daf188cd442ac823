'use client'

import { useId, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { sha256Of } from '@/sealing/commitment'
import { isSealedFile } from '@/transcript/check-own-receipt'
import { areReceipts } from '@/transcript/check-receipt'

/** What was dropped, by its kind: the last transcript, all receipts, and sealed bids by their SHA-256. */
export type Dropped = {
  transcript: string | null
  receipts: string | null
  sealed: { name: string; sha256: string }[]
}

/** Sorts files by what they are. Nothing of them leaves the browser. */
async function sort(files: readonly File[]): Promise<Dropped> {
  const dropped: Dropped = { transcript: null, receipts: null, sealed: [] }
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    if (isSealedFile(bytes)) dropped.sealed.push({ name: file.name, sha256: sha256Of(bytes) })
    else if (areReceipts(text)) dropped.receipts = [dropped.receipts ?? [], text].flat().join('\n')
    else dropped.transcript = text
  }
  return dropped
}

/** Takes files by choice or by drop. */
export function DropFiles({ onFiles }: { onFiles: (dropped: Dropped) => void }) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  const read = async (files: FileList | null) => {
    if (files && files.length > 0) onFiles(await sort(Array.from(files)))
  }
  return (
    <section
      className="drop"
      aria-label="Files to check"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        read(event.dataTransfer.files)
      }}
    >
      <label htmlFor={id} className={buttonClass({ variant: 'primary', size: 'l' })}>
        Choose files
      </label>
      <input
        id={id}
        type="file"
        multiple
        accept=".json,.txt,.age,application/json,text/plain"
        className="sr-only"
        onChange={(event) => read(event.target.files).then(() => (event.target.value = ''))}
      />
      <p className="soft mt-4">
        or drop them here: the transcript of a round; your receipts and your sealed bid, if you bid.
        <noscript> This page needs JavaScript; the program further down does not.</noscript>
      </p>
    </section>
  )
}
