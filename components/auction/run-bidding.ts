'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { formatMoney, isUnfinishedAmount, parseAmount } from '@/lib/money'
import {
  type BidAnswer,
  type BidBody,
  dropPendingBid,
  keptPendingBid,
  lookUpBid,
  newPendingBid,
  type PendingBid,
  sendBid,
  statedMinor,
} from './send-bid'

/** Where a bid stands on this screen. The server decides; this only mirrors what it said. */
export type BidStep =
  | { at: 'ready' }
  | { at: 'confirming'; body: BidBody; again: boolean }
  | { at: 'sending'; body: BidBody }
  | { at: 'unknown'; body: BidBody }

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
  /** Goes to the confirmation of what was typed; with one-tap bids on, straight to the server. */
  review: () => void
  /** Goes to the confirmation of something that was not typed. */
  propose: (body: BidBody) => void
  confirm: () => void
  goBack: () => void
}

type Limits = {
  lotId: string
  /** The amount as the format takes it. */
  bodyOf: (minor: bigint) => BidBody
  /** What the server would refuse, said before it is asked. */
  problemWith: (minor: bigint) => string | undefined
  /** From here on the amount has to be typed twice. */
  typeAgainAboveMinor: bigint
  /** What the field offers; null: nothing. */
  suggestedMinor: bigint | null
  /** What is left of the limit; null: no limit (R7.2). */
  availableMinor: bigint | null
  connected: boolean
  /** Turns a bid into what is sent of it, where its amount must not leave this browser. */
  seal?: (bid: PendingBid) => Promise<PendingBid>
  onAnswer: () => void
}

const CONFIRM_WITHIN_MS = 25_000
/** The click or key that opened the confirmation must not be the one that answers it. */
const NOT_BEFORE_MS = 400
const NOT_SEALED = 'Your bid could not be sealed in this browser, so nothing was sent. Load the page again.'

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
  const text = typed ?? figures(limits.suggestedMinor)
  const parsed = parseAmount(text)
  const misread = !parsed.ok && text.trim() !== '' && !isUnfinishedAmount(text) ? parsed.message : undefined

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
      setStep({ at: 'unknown', body: kept.body })
      lookUpBid(kept).then(
        (found) => finish(found ?? notArrived(kept.body)),
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

  async function send(body: BidBody) {
    setAnswer(undefined)
    setStep({ at: 'sending', body })
    const made = newPendingBid(limits.lotId, body)
    const bid = limits.seal ? await limits.seal(made).catch(() => undefined) : made
    if (!bid) {
      dropPendingBid(limits.lotId)
      return finish({ kind: 'refused', message: NOT_SEALED, body })
    }
    const result = await sendBid(
      bid,
      () => setStep({ at: 'unknown', body }),
      () => gone.current,
    )
    if (result) finish(result)
  }

  function propose(body: BidBody) {
    openedAt.current = performance.now()
    setStep({ at: 'confirming', body, again: (statedMinor(body) ?? 0n) > limits.typeAgainAboveMinor })
  }

  function review() {
    const wrong = parsed.ok
      ? (limits.problemWith(parsed.minor) ?? overLimit(parsed.minor, limits))
      : parsed.message
    setProblem(wrong)
    if (wrong || !parsed.ok) return
    const body = limits.bodyOf(parsed.minor)
    if (oneTap && parsed.minor === limits.suggestedMinor) return void send(body)
    propose(body)
  }

  return {
    step,
    text,
    readMinor: parsed.ok ? parsed.minor : undefined,
    problem: problem ?? misread,
    answer,
    oneTap,
    setText: (next) => {
      setTyped(next)
      setProblem(undefined)
    },
    setOneTap,
    review,
    propose,
    confirm: () => {
      if (step.at !== 'confirming' || performance.now() - openedAt.current < NOT_BEFORE_MS) return
      void send(step.body)
    },
    goBack: () => setStep({ at: 'ready' }),
  }
}

function overLimit(minor: bigint, { availableMinor }: Limits): string | undefined {
  if (availableMinor === null || minor <= availableMinor) return undefined
  return `This would take you over your bidding limit; ${formatMoney(availableMinor)} is left.`
}

function figures(minor: bigint | null): string {
  return minor === null ? '' : formatMoney(minor).replace('US$', '')
}

function notArrived(body: BidBody): BidAnswer {
  const minor = statedMinor(body)
  const what = minor === null ? 'Your withdrawal' : `Your bid of ${formatMoney(minor)}`
  return { kind: 'refused', message: `${what} did not arrive. Nothing was changed.`, body }
}
