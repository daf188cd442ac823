'use client'

import { useState } from 'react'
import { TextArea } from '@/components/ui/text-area'

/** Makes a key in this browser and saves it as a file; only its public half goes into the form. */
export function MakeKey() {
  const [recipient, setRecipient] = useState('')

  async function make() {
    const { generateHybridIdentity, identityToRecipient } = await import('age-encryption')
    const identity = await generateHybridIdentity()
    const made = await identityToRecipient(identity)
    const file = new Blob([`# public key: ${made}\n${identity}\n`], { type: 'text/plain' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = 'custodian-key.txt'
    link.click()
    URL.revokeObjectURL(link.href)
    setRecipient(made)
  }

  return (
    <>
      <button type="button" className="btn s" onClick={() => void make()}>
        Make a key here and save it
      </button>
      <TextArea
        name="recipient"
        label="Your recipient"
        hint="The public half, which begins with age1pq1."
        rows={4}
        className="in mono"
        value={recipient}
        onChange={(event) => setRecipient(event.target.value)}
        required
      />
    </>
  )
}
