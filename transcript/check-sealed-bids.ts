import type { Json } from '../engine/json'
import { fromBase64 } from '../sealing/base64'
import { isSecretOf, type Opened, openBids, type VoidReason } from '../sealing/open'
import type { Custody } from './check-custody'
import type { Configuration } from './check-decisions'
import { checkHandedIn, type KnownBid } from './check-handed-in'
import type { Told, ToldAction } from './read-entries'
import { readReceipt } from './read-receipt'
import type { RoundFile } from './round-file'
import type { Check, Wrong } from './verdict'

/** What a sealed bid turned out to be; `unknown`: valid, and its amount is in the events alone. */
export type Content = { amountMinor: bigint } | { void: VoidReason } | 'withdrawn' | 'unknown'

/** A bid of the record with its entry in the log and what was in it. */
export type SealedBid = {
  attempt: string
  lot: string
  paddle: string
  at: Date
  /** The entry of `bid.place`; null where it is not told. */
  entry: number | null
  content: Content
}

export type SealedCheck = { checks: Check[]; wrong: Wrong[]; bids: SealedBid[]; opened: number }

/** Of `opening.open-bids`: hash of the sealed bid, hash of the plaintext, `valid` or why it is void. */
type Verdicts = { entry: number; hash: Json; plainHash: Json; verdict: Json }[]

/**
 * Opens every sealed bid of a round again (R8.3): each is the one that was handed in, by its receipt and its entry; all of
 * them, by the hash that was fixed when the opening began; opened with the round’s secret, which is that of the key that
 * was published; and compared with what the portal made of it. Where the secret is withheld, all but the opening.
 */
export async function checkSealedBids(
  file: RoundFile,
  told: Told,
  configuration: Configuration | undefined,
  custody: Custody,
): Promise<SealedCheck> {
  const { sealed } = file
  if (!sealed) {
    const problem = 'The file has no sealed bids, and the round was held with them.'
    return { checks: [], wrong: [{ entry: null, problem }], bids: [], opened: 0 }
  }
  const entries = new Map(
    told.actions.filter(({ kind }) => kind === 'bid.place').map((each) => [each.object, each]),
  )
  const known = sealed.bids.map((bid): KnownBid => {
    const said = readReceipt(bid.receipt)
    const placed = entries.get(said.attempt ?? '')
    return { ...bid, said, placed }
  })
  const isWithheld = configuration?.settings.sealedSecret === 'auditor' && sealed.secret === null
  const handedIn = checkHandedIn(known, file, told, custody.begun, isWithheld)
  const verdicts = readVerdicts(custody.opened)
  const boxes = known.filter(({ said }) => !said.isWithdrawal)
  const opening = [...checkVerdicts(boxes, verdicts, custody)]
  const secret = await secretOf(sealed.secret, custody, opening, isWithheld, boxes.length)
  const opened = secret === undefined ? undefined : await openAgain(boxes, file.round.id, secret)
  if (opened) opening.push(...compareOpened(boxes, opened, verdicts, file))
  const contents = new Map(boxes.map((bid, at) => [bid, contentOf(opened?.[at], verdicts[at]?.verdict)]))
  return {
    wrong: [...handedIn, ...opening],
    bids: known.map((bid) => ({ ...placeOf(bid), content: contents.get(bid) ?? 'withdrawn' })),
    opened: opened?.length ?? 0,
    checks: [
      {
        what: 'Sealed bids as they were handed in',
        found: `${boxes.length} sealed bids and ${known.length - boxes.length} withdrawals, each with its receipt and its entry`,
        passed: handedIn.length === 0,
      },
      {
        what: 'Every sealed bid, opened again',
        found: isWithheld
          ? 'Withheld: the settings give the secret to the auditor'
          : `${opened?.length ?? 0} opened here with the secret of the round`,
        passed: opening.length > 0 ? false : isWithheld ? null : true,
      },
    ],
  }
}

function placeOf({ said, placed }: KnownBid) {
  return {
    attempt: said.attempt ?? '',
    lot: said.lot,
    paddle: said.paddle ?? '',
    at: new Date(said.decided ?? Number.NaN),
    entry: placed?.entry ?? null,
  }
}

function readVerdicts(opened: readonly ToldAction[]): Verdicts {
  return opened.flatMap(({ entry, facts }) =>
    (Array.isArray(facts.bids) ? (facts.bids as Json[]) : []).map((each) => {
      const [hash = null, plainHash = null, verdict = null] = Array.isArray(each) ? (each as Json[]) : []
      return { entry, hash, plainHash, verdict }
    }),
  )
}

/** The portal opened every one of them, in the order received. */
function checkVerdicts(boxes: readonly KnownBid[], verdicts: Verdicts, { opened, begun }: Custody): Wrong[] {
  const at = boxes.findIndex(({ said }, index) => verdicts[index]?.hash !== said.sha256)
  const isWhole =
    verdicts.length === boxes.length && (boxes.length === 0 || opened.at(-1)?.facts.finished === true)
  if (at < 0 && isWhole) return []
  const entry = verdicts[at]?.entry ?? opened.at(-1)?.entry ?? begun?.entry ?? null
  return [{ entry, problem: 'The sealed bids that were opened are not those that were handed in.' }]
}

/** The secret to open with: that of the published key, or a wrong that says why not. */
async function secretOf(
  secret: string | null,
  { key }: Custody,
  wrong: Wrong[],
  isWithheld: boolean,
  boxes: number,
): Promise<string | undefined> {
  if (boxes === 0 || isWithheld) return undefined
  if (secret !== null && key && (await isSecretOf(secret, key.recipient))) return secret
  const problem =
    secret === null
      ? 'The secret of the sealed bids is not in the file, though its round publishes it.'
      : 'The secret of the sealed bids is not that of the key they were sealed to.'
  wrong.push({ entry: key?.entry ?? null, problem })
  return undefined
}

function openAgain(boxes: readonly KnownBid[], round: string, secret: string): Promise<Opened[]> {
  const bids = boxes.map(({ bidder, ciphertext, said: { lot, key } }) => ({
    ...{ round, lot, bidder, key: key ?? '' },
    ciphertext: fromBase64(ciphertext ?? '') ?? new Uint8Array(),
  }))
  return openBids(bids, secret)
}

/** What is in it here is what the portal said was in it. */
function compareOpened(
  boxes: readonly KnownBid[],
  opened: readonly Opened[],
  verdicts: Verdicts,
  { lots }: RoundFile,
): Wrong[] {
  return opened.flatMap((here, at): Wrong[] => {
    const there = verdicts[at]
    const verdict = 'void' in here ? here.void : 'valid'
    if (there && there.verdict === verdict && there.plainHash === here.plainHash) return []
    const said = boxes[at]?.said
    const label = lots.find(({ id }) => id === said?.lot)?.label ?? ''
    const what = `the sealed bid of paddle ${said?.paddle} on ${label}.org`
    const problem = `Entry ${there?.entry} has ${what} as ${there?.verdict}; opened here it is ${verdict === 'valid' ? 'valid, or says something else' : verdict}.`
    return [{ entry: there?.entry ?? null, label, problem, expected: verdict }]
  })
}

function contentOf(opened: Opened | undefined, verdict: Json | undefined): Content {
  if (opened) return 'void' in opened ? { void: opened.void } : { amountMinor: opened.amountMinor }
  return verdict === 'valid' || typeof verdict !== 'string' ? 'unknown' : { void: verdict as VoidReason }
}
