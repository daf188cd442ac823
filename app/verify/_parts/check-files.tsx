'use client'

import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import {
  checkOwnReceipts,
  findSealedFile,
  type PortalKeys,
  type SealedFileVerdict,
} from '@/transcript/check-own-receipt'
import { checkReceipts, type ReceiptVerdict } from '@/transcript/check-receipt'
import { parseWitnessKey } from '@/transcript/cosignature'
import { parseVerifierKey } from '@/transcript/note'
import { readRoundFile } from '@/transcript/round-file'
import type { Verdict } from '@/transcript/verdict'
import { verifyRound } from '@/transcript/verify-round'
import { DropFiles, type Dropped } from './drop-files'
import { type FinalRound, PickRound } from './pick-round'
import { TellReceipts } from './tell-receipts'
import { TellVerdict } from './tell-verdict'

type Keys = PortalKeys & { witnesses: readonly string[] }
type Found = { verdict: Verdict | null; receipts: ReceiptVerdict[]; sealed: SealedFileVerdict[] }
type State = { problem: string | null; isBusy: boolean }

const nothing: Dropped = { transcript: null, receipts: null, sealed: [] }

/** Takes a transcript, receipts and sealed bids, whichever there are, and checks them here: nothing leaves the browser. */
export function CheckFiles({
  keys,
  rounds,
  asked,
}: {
  keys: Keys
  rounds: readonly FinalRound[]
  asked: string | null
}) {
  const [held, setHeld] = useState(nothing)
  const [state, setState] = useState<State>({ problem: null, isBusy: false })
  const [found, setFound] = useState<Found | null>(null)

  /** A transcript takes the place of the one before; so do receipts; sealed bids are added. */
  async function take(dropped: Dropped) {
    const next = {
      transcript: dropped.transcript ?? held.transcript,
      receipts: dropped.receipts ?? held.receipts,
      sealed: [...held.sealed, ...dropped.sealed],
    }
    setState({ problem: null, isBusy: true })
    try {
      setFound(await check(next, keys))
      setHeld(next)
      setState({ problem: null, isBusy: false })
    } catch (error) {
      setFound(null)
      setHeld({ ...next, transcript: null })
      setState({ problem: error instanceof Error ? error.message : String(error), isBusy: false })
    }
  }

  async function fetchRound(label: string) {
    setState({ problem: null, isBusy: true })
    const response = await fetch(`/api/v1/results/${label}/transcript`).catch(() => undefined)
    if (response?.ok) return take({ ...nothing, transcript: await response.text() })
    setState({ problem: unfetched(label, response?.status), isBusy: false })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the address asked for is fetched once.
  useEffect(() => {
    if (asked) fetchRound(asked)
  }, [])

  const isAlone = held.transcript === null && (found?.receipts.length ?? 0) > 0
  return (
    <>
      <div className="two">
        <DropFiles onFiles={take} onProblem={(problem) => setState({ problem, isBusy: false })} />
        <PickRound rounds={rounds} onPick={fetchRound} />
      </div>
      <div aria-live="polite" className="mt-8">
        {state.isBusy && <p className="soft">Checking on your device …</p>}
        {state.problem && (
          <Notice tone="bad" title="This cannot be checked">
            {state.problem}
          </Notice>
        )}
        {found && !state.isBusy && (
          <>
            {found.verdict && <TellVerdict verdict={found.verdict} />}
            <TellReceipts receipts={found.receipts} sealed={found.sealed} isAlone={isAlone} />
          </>
        )}
        {isAlone && !state.isBusy && (
          <div className="mt-6">
            <Notice title="Once the round is final">
              Pick it above, or drop its transcript: then your receipts are held against the whole record.
            </Notice>
          </div>
        )}
      </div>
    </>
  )
}

/** @throws {NoTranscript} */
async function check({ transcript, receipts, sealed }: Dropped, keys: Keys): Promise<Found> {
  const file = transcript === null ? null : readRoundFile(transcript)
  const witnesses = keys.witnesses.flatMap((key) => parseWitnessKey(key) ?? [])
  const own = parseVerifierKey(keys.receipts)
  return {
    verdict: file && (await verifyRound(file, parseVerifierKey(keys.log), witnesses)),
    receipts:
      receipts === null ? [] : file ? checkReceipts(receipts, file, own) : checkOwnReceipts(receipts, keys),
    sealed: sealed.map((each) => findSealedFile(each, receipts, file)),
  }
}

/** Why there is nothing to check, and what to do. `status`: of the answer, if there was one. */
function unfetched(label: string, status: number | undefined): string {
  if (status === 404)
    return `There is no result for ${label}.org yet. The list names the rounds that are final.`
  if (status === 503) return 'The last entries of this round are being signed. Try again in a moment.'
  return 'The transcript could not be fetched. Download it, and drop it here.'
}
