'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type Sent = { name: string; message: string; ok: boolean }

/** The button of the form around it: sends one file after the other and says how far it is; without script the form goes. */
export function SendFiles() {
  const router = useRouter()
  const [progress, setProgress] = useState<{ done: number; of: number }>()
  const [sent, setSent] = useState<Sent[]>([])

  async function sendAll(form: HTMLFormElement) {
    const data = new FormData(form)
    const files = data.getAll('file').filter((file): file is File => file instanceof File && file.name !== '')
    data.delete('file')
    const told: Sent[] = []
    setSent([])
    for (const [done, file] of files.entries()) {
      setProgress({ done, of: files.length })
      told.push(await sendOne(form.action, data, file))
    }
    setProgress(undefined)
    setSent(told)
    router.refresh()
  }

  const failed = sent.filter(({ ok }) => !ok)
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
        {sent.length > failed.length && (
          <Notice tone="good" title={`Read: ${sent.length - failed.length} of ${sent.length} files`} />
        )}
        {failed.map(({ name, message }) => (
          <Notice key={name} tone="bad" title={name}>
            {message}
          </Notice>
        ))}
      </div>
    </>
  )
}

async function sendOne(action: string, fields: FormData, file: File): Promise<Sent> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  body.append('file', file)
  try {
    const answer = await fetch(action, { method: 'POST', body, headers: { accept: 'application/json' } })
    const said = (await answer.json()) as { error?: { message: string } }
    return { name: file.name, ok: answer.ok, message: said.error?.message ?? '' }
  } catch {
    return { name: file.name, ok: false, message: 'The portal did not answer. Send this file again.' }
  }
}
