import { fromBase64 } from '../sealing/base64'
import { sha256Of } from '../sealing/commitment'
import { sha256Hex } from './canonical'
import { parseVerifierKey } from './note'
import type { Told, ToldAction } from './read-entries'
import { isReceiptOf, type Receipt } from './read-receipt'
import type { RoundFile, SealedBidOfRecord } from './round-file'
import type { Wrong } from './verdict'

/** A sealed bid or withdrawal of the file, what its receipt says, and the entry that took it in. */
export type KnownBid = SealedBidOfRecord & { said: Receipt; placed: ToldAction | undefined }

/** Whether the sealed bids in the file are those that were handed in: each of them, all of them, and in their order. */
export function checkHandedIn(
  known: readonly KnownBid[],
  file: RoundFile,
  told: Told,
  begun: ToldAction | undefined,
  isWithheld: boolean,
): Wrong[] {
  return [
    ...known.flatMap((bid) => checkOne(bid, file, begun, isWithheld)),
    ...checkBidders(known),
    ...leftOut(told, known),
    ...checkAll(known, begun),
  ]
}

/** One sealed bid or withdrawal: receipt, entry and bytes are of the same, from before the opening. */
function checkOne(
  { receipt, ciphertext, said, placed }: KnownBid,
  { receiptKey, lots }: RoundFile,
  begun: ToldAction | undefined,
  isWithheld: boolean,
): Wrong[] {
  const label = lots.find(({ id }) => id === said.lot)?.label
  const wrong = (problem: string): Wrong[] => [
    { entry: placed?.entry ?? null, ...(label && { label }), problem },
  ]
  const what = `the bid of paddle ${said.paddle} on ${label ?? said.lot}.org`
  if (!isReceiptOf(receipt, parseVerifierKey(receiptKey)) || said.code !== 'accepted')
    return wrong(`The receipt of ${what} is not signed, or is of no bid that was accepted.`)
  if (!label || !(said.isWithdrawal || said.sha256))
    return wrong(`The receipt of ${what} is of another round or format.`)
  if (!placed) return wrong(`The entry of ${what} is not in the file.`)
  if (placed.actor !== `paddle:${said.paddle}`)
    return wrong(`Entry ${placed.entry} is the bid of another paddle than the receipt of ${what}.`)
  if (begun && placed.entry > begun.entry)
    return wrong(`Entry ${placed.entry} is a bid from after the opening had begun.`)
  if ((placed.facts.sha256 ?? null) !== said.sha256)
    return wrong(`Entry ${placed.entry} holds another sealed bid than the receipt of ${what}.`)
  if (said.isWithdrawal) return []
  if (ciphertext === null)
    return isWithheld
      ? []
      : wrong(`The sealed bid of entry ${placed.entry} is withheld, though its round publishes the secret.`)
  const bytes = fromBase64(ciphertext)
  return bytes && sha256Of(bytes) === said.sha256
    ? []
    : wrong(`The sealed bid of entry ${placed.entry} is not the one that was handed in.`)
}

/** A paddle is one bidder, and a bidder one paddle. */
function checkBidders(known: readonly KnownBid[]): Wrong[] {
  const [ofPaddle, ofBidder] = [new Map<string, string>(), new Map<string, string>()]
  return known.flatMap(({ bidder, said, placed }) => {
    const paddle = said.paddle ?? ''
    const isOne = (ofPaddle.get(paddle) ?? bidder) === bidder && (ofBidder.get(bidder) ?? paddle) === paddle
    ofPaddle.set(paddle, bidder)
    ofBidder.set(bidder, paddle)
    const problem = `Paddle ${paddle} is told to be two bidders, or one bidder to have two paddles.`
    return isOne ? [] : [{ entry: placed?.entry ?? null, problem }]
  })
}

/** Every bid whose entry is told is in the list, once. */
function leftOut({ actions }: Told, known: readonly KnownBid[]): Wrong[] {
  const listed = new Map<string | null, number>()
  for (const { said } of known) listed.set(said.attempt, (listed.get(said.attempt) ?? 0) + 1)
  return actions
    .filter(({ kind, object }) => kind === 'bid.place' && listed.get(object) !== 1)
    .map(({ entry, object }) => ({
      entry,
      problem: `The bid of entry ${entry} is ${listed.has(object) ? 'twice' : 'not'} among the sealed bids of the file.`,
    }))
}

/** Number and order were fixed before anyone could read one. */
function checkAll(known: readonly KnownBid[], begun: ToldAction | undefined): Wrong[] {
  const hashes = known.flatMap(({ said }) => said.sha256 ?? [])
  if (!begun) {
    const problem = 'There are sealed bids, and no entry that began their opening.'
    return hashes.length > 0 ? [{ entry: null, problem }] : []
  }
  const { entry, facts } = begun
  const isSame = facts.bids === hashes.length && facts.bidsHash === sha256Hex(hashes.join('\n'))
  const isInOrder = known.every(({ said }, at) => (known[at - 1]?.said.decided ?? '') <= (said.decided ?? ''))
  if (isSame && isInOrder) return []
  return [
    {
      entry,
      problem: `The sealed bids in the file are not the ${facts.bids} that were fixed in entry ${entry}, when the opening began.`,
    },
  ]
}
