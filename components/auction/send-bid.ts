/** What a bid says, in the shape that the format of its lot takes (R7.3). Amounts are cents in strings. */
export type BidBody =
  | { maxMinor: string }
  | { amountMinor: string }
  | { withdraw: true }
  | { round: number; amountMinor: string }

/** A bid as this browser keeps it from before it is sent until its answer is known. */
export type PendingBid = { key: string; lotId: string; body: BidBody; sealed?: SealedBody }

/** What is sent of a sealed bid: the amount stays here (R8.1). */
export type SealedBody = { ciphertext: string; commitment: string }

export type BidAnswer =
  | { kind: 'accepted'; position: number; body: BidBody }
  | { kind: 'refused'; message: string; body: BidBody }

/** The amount that a bid states; null for a withdrawal. */
export function statedMinor(body: BidBody): bigint | null {
  if ('maxMinor' in body) return BigInt(body.maxMinor)
  return 'amountMinor' in body ? BigInt(body.amountMinor) : null
}

const ANSWER_WITHIN_MS = 4000
/** Longer than a bid can wait for its lot: so often an address must know nothing before it is said. */
const LOOKS = 6
const LOOK_EVERY_MS = 1000
const PAUSES_MS = [500, 1000, 2000, 4000]

/** What must not happen twice gets its key before it is sent, and is kept where a reload finds it. */
export function newPendingBid(lotId: string, body: BidBody): PendingBid {
  const pending = { key: crypto.randomUUID(), lotId, body }
  sessionStorage.setItem(storageKey(lotId), JSON.stringify(pending))
  return pending
}

/** A bid that was sent before this page was loaded and whose answer was never seen. */
export function keptPendingBid(lotId: string): PendingBid | undefined {
  const kept = sessionStorage.getItem(storageKey(lotId))
  return kept ? (JSON.parse(kept) as PendingBid) : undefined
}

/** Forgets a bid that never left. */
export function dropPendingBid(lotId: string): void {
  sessionStorage.removeItem(storageKey(lotId))
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
      dropPendingBid(bid.lotId)
      return answer
    }
    if (tries === 0) onUnknown()
    await new Promise((resolve) => setTimeout(resolve, PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]))
  }
  return undefined
}

async function askOnce({ key, lotId, body, sealed }: PendingBid): Promise<BidAnswer | undefined> {
  try {
    const response = await fetch(`/api/v1/lots/${lotId}/bids`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(sealed ?? body),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    if (response.status === 429 || response.status >= 500) return undefined
    const answer = await response.json()
    if (response.ok) return { kind: 'accepted', position: answer.position, body }
    return { kind: 'refused', message: `Refused: ${answer.error.message}`, body }
  } catch {
    return undefined
  }
}

/**
 * What became of a bid that was sent before a reload: its answer, or undefined when none arrived. It is not sent again:
 * the person who confirmed it is looking at a new page with a new price.
 */
export async function lookUpBid({ key, lotId, body }: PendingBid): Promise<BidAnswer | undefined> {
  const answer = await lookUntilKnown(`/api/v1/lots/${lotId}/bids/${encodeURIComponent(key)}`)
  dropPendingBid(lotId)
  if (!answer) return undefined
  if (answer.code === 'accepted') return { kind: 'accepted', position: answer.position, body }
  return { kind: 'refused', message: `Refused: ${answer.message}`, body }
}

/** A bid may wait in a queue or in a commit when it is first looked for, and the way to it may be down for a while. */
async function lookUntilKnown(address: string) {
  for (let missed = 0; missed < LOOKS; ) {
    const response = await fetch(address, { cache: 'no-store' }).catch(() => undefined)
    if (response?.ok) return response.json()
    if (response?.status === 404) missed += 1
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return undefined
}

const storageKey = (lotId: string) => `pending-bid:${lotId}`
