'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { sayCount } from '@/lib/say-count'

type Sent = { name: string; message: string; ok: boolean; fileId?: string }

/** The button of the form around it: sends one file after the other and says how far it is; without script the form goes. */
export function SendFiles() {
  const router = useRouter()
  const [progress, setProgress] = useState<{ done: number; of: number }>()
  const [sent, setSent] = useState<Sent[]>([])

  async function sendAll(form: HTMLFormElement) {
    const data = new FormData(form)
    const files = data.getAll('file').filter((file): file is File => file instanceof File && file.name !== '')
    data.delete('file')
    setSent([])
    for (const [done, file] of files.entries()) {
      setProgress({ done, of: files.length })
      const told = await sendOne(form.action, data, file)
      setSent((before) => [...before, told])
    }
    setProgress(undefined)
    router.refresh()
  }

  const read = sent.filter(({ ok }) => ok)
  return (
    <>
      <div className="actions">
        <Button
          type="submit"
          icon="upload"
          disabled={progress !== undefined}
          onClick={(event) => {
            const { form } = event.currentTarget
            const input = form?.elements.namedItem('file')
            // One file goes as it would without script, to the page that shows it.
            if (!form || !(input instanceof HTMLInputElement) || (input.files?.length ?? 0) < 2) return
            event.preventDefault()
            void sendAll(form)
          }}
        >
          Read the files
        </Button>
      </div>
      <div role="status" className="space-y-3">
        {progress && (
          <label className="block">
            Reading {progress.done + 1} of {progress.of}
            <progress className="block w-full" value={progress.done} max={progress.of} />
          </label>
        )}
        {!progress && read.length > 0 && (
          <Notice tone="good" title={`Read: ${read.length} of ${sayCount(sent.length, ['file', 'files'])}`} />
        )}
      </div>
      {sent
        .filter(({ ok }) => !ok)
        .map(({ name, message }) => (
          <Notice key={name} tone="bad" title={name}>
            {message}
          </Notice>
        ))}
      {read.length > 0 && (
        <ul className="small" aria-label="Files that were read">
          {read.toReversed().map(({ name, message, fileId }) => (
            <li key={name}>
              <Link href={`/admin/qpi/files/${fileId}`} prefetch={false}>
                {name}
              </Link>
              : {message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Read = { fileId: string; rows: number; errors: number; takenOver: boolean }

const inWords = ({ rows, errors, takenOver }: Read) =>
  `${sayCount(rows, ['row', 'rows'])}, ${errors === 0 ? 'none' : errors.toLocaleString('en')} not read. ${
    takenOver ? 'It counts.' : 'Another counts: look at the difference.'
  }`

async function sendOne(action: string, fields: FormData, file: File): Promise<Sent> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  body.append('file', file)
  try {
    const answer = await fetch(action, { method: 'POST', body, headers: { accept: 'application/json' } })
    const said = (await answer.json()) as Read & { error?: { message: string } }
    if (!answer.ok) return { name: file.name, ok: false, message: said.error?.message ?? '' }
    return { name: file.name, ok: true, message: inWords(said), fileId: said.fileId }
  } catch {
    return { name: file.name, ok: false, message: 'The portal did not answer. Send this file again.' }
  }
}
