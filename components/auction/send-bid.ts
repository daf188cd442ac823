/** A bid as this browser keeps it from before it is sent until its answer is known. */
export type PendingBid = { key: string; lotId: string; maxMinor: string }

export type BidAnswer =
  | { kind: 'accepted'; position: number; maxMinor: string }
  | { kind: 'refused'; message: string; maxMinor: string }

const ANSWER_WITHIN_MS = 4000
const PAUSES_MS = [500, 1000, 2000, 4000]

/** What must not happen twice gets its key before it is sent, and is kept where a reload finds it. */
export function newPendingBid(lotId: string, maxMinor: bigint): PendingBid {
  const pending = { key: crypto.randomUUID(), lotId, maxMinor: maxMinor.toString() }
  sessionStorage.setItem(storageKey(lotId), JSON.stringify(pending))
  return pending
}

/** A bid that was sent before this page was loaded and whose answer was never seen. */
export function keptPendingBid(lotId: string): PendingBid | undefined {
  const kept = sessionStorage.getItem(storageKey(lotId))
  return kept ? (JSON.parse(kept) as PendingBid) : undefined
}

/**
 * Sends a bid until its answer is known. The key makes every repetition the same bid, so it is sent again after silence,
 * a lost connection, 429 and 503; any other answer is the answer.
 * @param onUnknown called once when no answer came in time: from then on the person is told that we are checking
 * @param stopped asked before every further try
 */
export async function sendBid(
  bid: PendingBid,
  onUnknown: () => void,
  stopped: () => boolean,
): Promise<BidAnswer | undefined> {
  for (let tries = 0; !stopped(); tries++) {
    const answer = await askOnce(bid)
    if (answer) {
      sessionStorage.removeItem(storageKey(bid.lotId))
      return answer
    }
    if (tries === 0) onUnknown()
    await new Promise((resolve) => setTimeout(resolve, PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]))
  }
  return undefined
}

async function askOnce({ key, lotId, maxMinor }: PendingBid): Promise<BidAnswer | undefined> {
  try {
    const response = await fetch(`/api/v1/lots/${lotId}/bids`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ maxMinor }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    if (response.status === 429 || response.status >= 500) return undefined
    const body = await response.json()
    if (response.ok) return { kind: 'accepted', position: body.position, maxMinor }
    return { kind: 'refused', message: `Refused: ${body.error.message}`, maxMinor }
  } catch {
    return undefined
  }
}

/**
 * What became of a bid that was sent before a reload: its answer, or undefined when none arrived. It is not sent again:
 * the person who confirmed it is looking at a new page with a new price.
 */
export async function lookUpBid({ key, lotId, maxMinor }: PendingBid): Promise<BidAnswer | undefined> {
  const response = await fetch(`/api/v1/lots/${lotId}/bids/${encodeURIComponent(key)}`, { cache: 'no-store' })
  sessionStorage.removeItem(storageKey(lotId))
  if (!response.ok) return undefined
  const body = await response.json()
  if (body.code === 'accepted') return { kind: 'accepted', position: body.position, maxMinor }
  return { kind: 'refused', message: `Refused: ${body.message}`, maxMinor }
}

const storageKey = (lotId: string) => `pending-bid:${lotId}`
