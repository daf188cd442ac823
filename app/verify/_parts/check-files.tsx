'use client'

import { useEffect, useId, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { areReceipts, checkReceipts, type ReceiptVerdict } from '@/transcript/check-receipt'
import { parseWitnessKey } from '@/transcript/cosignature'
import { parseVerifierKey } from '@/transcript/note'
import { readRoundFile } from '@/transcript/round-file'
import type { Verdict } from '@/transcript/verdict'
import { verifyRound } from '@/transcript/verify-round'
import { TellReceipts } from './tell-receipts'
import { TellVerdict } from './tell-verdict'

type Keys = { log: string; receipts: string; witnesses: readonly string[] }
type Round = { slug: string; name: string; labels: string[] }
type Found = { verdict: Verdict; receipts: ReceiptVerdict[] | null }
type State = { transcript: string | null; receipts: string | null; problem: string | null; isBusy: boolean }

const nothing: State = { transcript: null, receipts: null, problem: null, isBusy: false }

/** Takes a transcript, and receipts if there are any, and checks them here: nothing leaves the browser. */
export function CheckFiles({
  keys,
  rounds,
  asked,
}: {
  keys: Keys
  rounds: readonly Round[]
  asked: string | null
}) {
  const [state, setState] = useState(nothing)
  const [found, setFound] = useState<Found | null>(null)

  function take(texts: readonly string[]) {
    const receipts = texts.filter(areReceipts)
    const transcript = texts.findLast((text) => !areReceipts(text)) ?? state.transcript
    const next = {
      transcript,
      receipts: receipts.length > 0 ? receipts.join('\n') : state.receipts,
      isBusy: false,
    }
    try {
      setFound(transcript === null ? null : check(transcript, next.receipts, keys))
      setState({ ...next, problem: null })
    } catch (error) {
      setFound(null)
      setState({ ...next, transcript: null, problem: error instanceof Error ? error.message : String(error) })
    }
  }

  async function fetchRound(label: string) {
    setState({ ...state, isBusy: true, problem: null })
    const response = await fetch(`/api/v1/results/${label}/transcript`).catch(() => undefined)
    if (response?.ok) return take([await response.text()])
    const problem =
      response?.status === 503
        ? 'The last entries of this round are being signed. Try again in a moment.'
        : 'The transcript could not be fetched. Download it, and drop it here.'
    setState({ ...state, isBusy: false, problem })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the address asked for is fetched once.
  useEffect(() => {
    if (asked) fetchRound(asked)
  }, [])

  const waits = state.receipts !== null && state.transcript === null
  return (
    <>
      <div className="two">
        <DropFiles onTexts={take} />
        <PickRound rounds={rounds} onPick={fetchRound} />
      </div>
      <div aria-live="polite" className="mt-8">
        {state.isBusy && <p className="soft">Fetching and checking …</p>}
        {state.problem && (
          <Notice tone="bad" title="This cannot be checked">
            {state.problem}
          </Notice>
        )}
        {waits && !state.problem && (
          <Notice title="Now add the transcript">
            Receipts are checked against the transcript of their round. Drop it here too, or pick the round.
          </Notice>
        )}
        {found && <TellVerdict verdict={found.verdict} />}
        {found?.receipts && <TellReceipts receipts={found.receipts} />}
      </div>
    </>
  )
}

/** @throws {NoTranscript} */
function check(transcript: string, receipts: string | null, keys: Keys): Found {
  const file = readRoundFile(transcript)
  const witnesses = keys.witnesses.flatMap((key) => parseWitnessKey(key) ?? [])
  const verdict = verifyRound(file, parseVerifierKey(keys.log), witnesses)
  const own = parseVerifierKey(keys.receipts)
  return { verdict, receipts: receipts === null ? null : checkReceipts(receipts, file, own) }
}

function DropFiles({ onTexts }: { onTexts: (texts: string[]) => void }) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  const read = async (files: FileList | null) => {
    if (files && files.length > 0) onTexts(await Promise.all(Array.from(files, (file) => file.text())))
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
        accept=".json,.txt,application/json,text/plain"
        className="sr-only"
        onChange={(event) => read(event.target.files).then(() => (event.target.value = ''))}
      />
      <p className="soft mt-4">
        or drop them here: the transcript of a round, and your receipts if you bid.
        <noscript> This page needs JavaScript; the program further down does not.</noscript>
      </p>
    </section>
  )
}

function PickRound({ rounds, onPick }: { rounds: readonly Round[]; onPick: (label: string) => void }) {
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds" className="mb-3">
        Final rounds
      </h2>
      {rounds.length === 0 && (
        <p className="soft">No round is final yet. Its transcript appears here when one is.</p>
      )}
      <ul>
        {rounds.map(({ slug, name, labels }) => (
          <li key={slug} className="row between border-hairline border-b py-3">
            <span>
              {name} <span className="muted small">{labels.map((label) => `${label}.org`).join(', ')}</span>
              <br />
              <a
                className="small"
                href={`/api/v1/results/${labels[0]}/transcript`}
                download={`transcript-${slug}.json`}
              >
                Download the transcript
              </a>
            </span>
            <Button size="s" onClick={() => onPick(labels[0] ?? '')} aria-label={`Check ${name} here`}>
              Check it here
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
