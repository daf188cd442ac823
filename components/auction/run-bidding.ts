'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { formatMoney, parseAmount } from '@/lib/money'
import { type BidAnswer, keptPendingBid, lookUpBid, newPendingBid, sendBid } from './send-bid'

/** Where a bid stands on this screen. The server decides; this only mirrors what it said. */
export type BidStep =
  | { at: 'ready' }
  | { at: 'confirming'; maxMinor: bigint; again: boolean }
  | { at: 'sending'; maxMinor: bigint }
  | { at: 'unknown'; maxMinor: bigint }

export type Bidding = {
  step: BidStep
  text: string
  /** What was typed, read as an amount; undefined while it cannot be. */
  readMinor: bigint | undefined
  problem: string | undefined
  answer: BidAnswer | undefined
  oneTap: boolean
  setText: (text: string) => void
  setOneTap: (on: boolean) => void
  /** Goes to the confirmation; with one-tap bids on, straight to the server. */
  review: () => void
  confirm: () => void
  goBack: () => void
}

type Limits = {
  lotId: string
  minimumMinor: bigint
  suggestedMinor: bigint
  availableMinor: bigint | null
  connected: boolean
  onAnswer: () => void
}

const CONFIRM_WITHIN_MS = 25_000
/** The click or key that opened the confirmation must not be the one that answers it. */
const NOT_BEFORE_MS = 400

/** The steps of placing a bid: typed, confirmed in the same place, sent, and answered or unknown. */
export function useBidding(limits: Limits): Bidding {
  const [step, setStep] = useState<BidStep>({ at: 'ready' })
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [answer, setAnswer] = useState<BidAnswer>()
  const [oneTap, setOneTap] = useState(false)
  const openedAt = useRef(0)
  const gone = useRef(false)
  const answered = useRef(limits.onAnswer)
  answered.current = limits.onAnswer
  const text = typed ?? formatMoney(limits.suggestedMinor).replace('US$', '')
  const parsed = parseAmount(text)

  const finish = useCallback((result: BidAnswer) => {
    setAnswer(result)
    setStep({ at: 'ready' })
    if (result.kind === 'accepted') setTyped(undefined)
    answered.current()
  }, [])

  useEffect(() => {
    gone.current = false
    const kept = keptPendingBid(limits.lotId)
    if (kept) {
      setStep({ at: 'unknown', maxMinor: BigInt(kept.maxMinor) })
      lookUpBid(kept).then(
        (found) => finish(found ?? notArrived(kept.maxMinor)),
        () => setStep({ at: 'ready' }),
      )
    }
    return () => {
      gone.current = true
    }
  }, [limits.lotId, finish])

  useEffect(() => {
    if (step.at !== 'confirming') return
    const timer = setTimeout(() => setStep({ at: 'ready' }), CONFIRM_WITHIN_MS)
    return () => clearTimeout(timer)
  }, [step])

  useEffect(() => {
    if (!limits.connected) setOneTap(false)
  }, [limits.connected])

  async function send(maxMinor: bigint) {
    setAnswer(undefined)
    setStep({ at: 'sending', maxMinor })
    const result = await sendBid(
      newPendingBid(limits.lotId, maxMinor),
      () => setStep({ at: 'unknown', maxMinor }),
      () => gone.current,
    )
    if (result) finish(result)
  }

  function review() {
    const wrong = problemWith(parsed, limits)
    setProblem(wrong)
    if (wrong || !parsed.ok) return
    if (oneTap && parsed.minor === limits.suggestedMinor) return void send(parsed.minor)
    openedAt.current = performance.now()
    setStep({ at: 'confirming', maxMinor: parsed.minor, again: parsed.minor > 2n * limits.minimumMinor })
  }

  return {
    step,
    text,
    readMinor: parsed.ok ? parsed.minor : undefined,
    problem,
    answer,
    oneTap,
    setText: (next) => {
      setTyped(next)
      setProblem(undefined)
    },
    setOneTap,
    review,
    confirm: () => {
      if (step.at !== 'confirming' || performance.now() - openedAt.current < NOT_BEFORE_MS) return
      void send(step.maxMinor)
    },
    goBack: () => setStep({ at: 'ready' }),
  }
}

/** What the server would refuse, said before it is asked. */
function problemWith(parsed: ReturnType<typeof parseAmount>, limits: Limits): string | undefined {
  if (!parsed.ok) return parsed.message
  if (parsed.minor < limits.minimumMinor)
    return `The least valid maximum is now ${formatMoney(limits.minimumMinor)}.`
  if (limits.availableMinor !== null && parsed.minor > limits.availableMinor)
    return `This would take you over your bidding limit; ${formatMoney(limits.availableMinor)} is left.`
  return undefined
}

function notArrived(maxMinor: string): BidAnswer {
  const message = `Your bid of ${formatMoney(BigInt(maxMinor))} did not arrive. Nothing was placed.`
  return { kind: 'refused', message, maxMinor }
}
