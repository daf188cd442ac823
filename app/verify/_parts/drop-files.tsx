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

/** A transcript with a million leaves has a fifth of it; a browser gives up at twice as much. */
const MOST_BYTES = 256 * 1024 * 1024

/** Sorts files by what they are. Nothing of them leaves the browser. Throws a sentence about one that cannot be read. */
async function sort(files: readonly File[]): Promise<Dropped> {
  const dropped: Dropped = { transcript: null, receipts: null, sealed: [] }
  for (const file of files) {
    const bytes = await readBytes(file)
    const text = new TextDecoder().decode(bytes)
    if (isSealedFile(bytes)) dropped.sealed.push({ name: file.name, sha256: sha256Of(bytes) })
    else if (areReceipts(text)) dropped.receipts = [dropped.receipts ?? [], text].flat().join('\n')
    else dropped.transcript = text
  }
  return dropped
}

async function readBytes(file: File): Promise<Uint8Array> {
  if (file.size > MOST_BYTES) throw new Error(`“${file.name}” is larger than 256 MB. No transcript is.`)
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes) throw new Error(`“${file.name}” cannot be read. A folder cannot: drop the files in it.`)
  return new Uint8Array(bytes)
}

/** Takes files by choice or by drop. */
export function DropFiles({
  onFiles,
  onProblem,
}: {
  onFiles: (dropped: Dropped) => void
  onProblem: (sentence: string) => void
}) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  const read = async (files: FileList | null) => {
    if (!files || files.length === 0) return
    try {
      onFiles(await sort(Array.from(files)))
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error))
    }
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
