'use client'

import { useState } from 'react'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { fromBase64, toBase64 } from '@/sealing/base64'
import { prove, release } from '../actions'

type Props = {
  act: 'prove' | 'release'
  roundId: string
  keyId: string
  challenge: string
  /** Base64. */
  wrapped: string
  sha256: string
}

const MOST_OF_A_KEY = 10_000

/**
 * Unwraps a share in this browser with the custodian’s own key, and makes of it what is due: a proof, which does not show
 * the share, or after bidding the share itself. The key is read from a file or typed, used, and never sent.
 */
export function UseShare({ act, roundId, keyId, challenge, wrapped, sha256 }: Props) {
  const [identity, setIdentity] = useState('')
  const [made, setMade] = useState<{ challenge: string; value: string }>()
  const [problem, setProblem] = useState<string>()
  const ready = made?.challenge === challenge

  async function unwrap() {
    setProblem(undefined)
    const { hashOfShare, proveShare, unwrapShare } = await import('@/sealing/share')
    const key = /AGE-SECRET-KEY-PQ-1[A-Z0-9]+/.exec(identity.toUpperCase())?.[0]
    const share = key && (await unwrapShare(fromBase64(wrapped) ?? new Uint8Array(), key))
    if (!share || hashOfShare(share) !== sha256) return setProblem('This key does not open your share.')
    setMade({ challenge, value: act === 'prove' ? proveShare(share, challenge) : toBase64(share) })
    setIdentity('')
  }

  async function readKey(file: File | undefined) {
    if (!file) return
    if (file.size > MOST_OF_A_KEY) return setProblem('This file is too large to hold a key.')
    setIdentity(await file.text())
  }

  return (
    <Form action={act === 'prove' ? prove : release}>
      <input type="hidden" name="roundId" value={roundId} />
      <input type="hidden" name="keyId" value={keyId} />
      <input type="hidden" name="challenge" value={challenge} />
      {ready && <input type="hidden" name={act === 'prove' ? 'proof' : 'share'} value={made.value} />}
      {ready ? (
        <>
          <p role="status">
            {act === 'prove'
              ? 'Your share is opened here and the proof is made. Only the proof is sent.'
              : 'Your share is opened here. Releasing it cannot be taken back: three shares open all bids.'}
          </p>
          <p>
            <SubmitButton>{act === 'prove' ? 'Send the proof' : 'Release my share'}</SubmitButton>
          </p>
        </>
      ) : (
        <>
          <label className="block">
            Your own key
            <span className="hint block">
              The text that begins with AGE-SECRET-KEY-PQ-1. It stays in this browser and is not sent.
            </span>
            <input
              className="in mono"
              type="password"
              autoComplete="off"
              spellCheck={false}
              value={identity}
              onChange={(event) => setIdentity(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                void unwrap()
              }}
            />
          </label>
          <label className="block small">
            Or choose the file that you keep it in
            <input
              className="in"
              type="file"
              accept=".txt,.key,text/plain"
              onChange={(event) => void readKey(event.target.files?.[0])}
            />
          </label>
          {problem && (
            <p className="err" role="alert">
              {problem}
            </p>
          )}
          <p>
            <button type="button" className="btn" disabled={identity === ''} onClick={() => void unwrap()}>
              {act === 'release' ? 'Open my share' : 'Open my share and prove it'}
            </button>
          </p>
          <noscript>
            <p>This needs JavaScript, so that your key stays with you.</p>
          </noscript>
        </>
      )}
    </Form>
  )
}
