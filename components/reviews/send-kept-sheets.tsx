'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { forget, type Kept } from '@/components/applications/keep-on-device'
import { Notice } from '@/components/ui/notice'
import { listKeptSheets } from './kept-sheets'

type Sent = { assignmentId: string; saved: boolean }

/**
 * Sheets that were written without a network wait on this device. Here they are saved, each as if its page were open;
 * one that was changed elsewhere meanwhile, or that the server refuses, waits for its reviewer to look at it.
 */
export function SendKeptSheets({ userId, labels }: { userId: string; labels: Record<string, string> }) {
  const [sent, setSent] = useState<Sent[]>([])
  useEffect(() => {
    let running = false
    const send = async () => {
      if (running) return
      running = true
      const answers: Sent[] = []
      for (const { key, assignmentId, kept } of listKeptSheets(userId)) {
        const saved = await save(assignmentId, kept)
        if (saved) forget(key)
        answers.push({ assignmentId, saved })
      }
      running = false
      if (answers.length > 0) setSent(answers)
    }
    void send()
    addEventListener('online', send)
    return () => removeEventListener('online', send)
  }, [userId])
  const known = sent.filter(({ assignmentId }) => labels[assignmentId])
  if (known.length === 0) return null
  const waiting = known.filter(({ saved }) => !saved)
  return (
    <div role="status">
      <Notice
        tone={waiting.length > 0 ? 'warn' : 'good'}
        title={
          waiting.length > 0
            ? 'Sheets wait on this device and are not saved.'
            : 'What you wrote without a network is saved.'
        }
      >
        {(waiting.length > 0 ? waiting : known).map(({ assignmentId }) => (
          <Link
            key={assignmentId}
            href={`/review/${assignmentId}?pane=score`}
            className="me-3"
            prefetch={false}
          >
            {labels[assignmentId]}.org
          </Link>
        ))}
      </Notice>
    </div>
  )
}

async function save(assignmentId: string, { version, content }: Kept<unknown>): Promise<boolean> {
  const reply = await fetch(`/api/v1/reviews/${assignmentId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ version, content }),
  }).catch(() => undefined)
  return reply?.ok === true
}
