import type { Json } from '../engine/json'
import { holdsShare } from '../sealing/share'
import { PROOFS_NEEDED, SHARES, THRESHOLD } from '../sealing/thresholds'
import type { Told, ToldAction } from './read-entries'
import type { Check, Wrong } from './verdict'

type Key = {
  entry: number
  version: number
  recipient: string
  shares: readonly string[]
  proofKeys: readonly string[]
  /** The entry of each custodian’s first proof, by the number of its share. */
  proven: Map<number, number>
}

export type Custody = {
  checks: Check[]
  wrong: Wrong[]
  /** The key that the bids are opened with; undefined where none was proven. */
  key: Key | undefined
  begun: ToldAction | undefined
  /** Of `opening.open-bids`, in order. */
  opened: readonly ToldAction[]
  released: readonly number[]
}

/**
 * The custodians’ record of a sealed round (R8.2, R8.3): each key with the shares of its ceremony, the proof of every
 * share checked here, four of them before the first name opened, and three shares released after the opening began.
 * Custodians are told by the number of their share.
 */
export function checkCustody(told: Told, roundId: string): Custody {
  const of = (kind: string) => told.actions.filter((each) => each.kind === kind && each.object === roundId)
  const wrong: Wrong[] = []
  const keys = of('round-key.publish').flatMap((action, index) => {
    const key = readKey(action)
    if (key?.version === index + 1) return [key]
    wrong.push({
      entry: action.entry,
      problem: `Entry ${action.entry} publishes no key that follows the one before.`,
    })
    return []
  })
  for (const action of of('share.prove')) wrong.push(...takeProof(action, keys))
  const firstBid = openedAt(told)
  if (firstBid !== undefined && !provenBefore(keys, firstBid))
    wrong.push({
      entry: firstBid,
      problem: `Bidding opened before ${PROOFS_NEEDED} custodians had proven that they hold their share.`,
    })
  const [begun, ...again] = of('opening.begin')
  for (const { entry } of again) wrong.push({ entry, problem: 'The opening began twice.' })
  const key = provenBefore(keys, begun?.entry ?? Number.POSITIVE_INFINITY)
  const opened = of('opening.open-bids')
  const release = checkReleases(of('share.release'), key, begun, opened[0])
  wrong.push(...release.wrong)
  return {
    key,
    begun,
    opened,
    released: release.released,
    wrong,
    checks: checksOf(key, begun, release.released, wrong, release.wrong),
  }
}

function checksOf(
  key: Key | undefined,
  begun: ToldAction | undefined,
  released: readonly number[],
  wrong: readonly Wrong[],
  ofRelease: readonly Wrong[],
): Check[] {
  const proven = key ? [...key.proven.keys()].sort() : []
  return [
    {
      what: 'The key of the sealed bids, held in five shares',
      found: key
        ? `Key ${key.version}, entry ${key.entry}; custodians ${list(proven)} proved their share`
        : 'No key that four custodians have proven',
      passed: wrong.length === ofRelease.length,
    },
    {
      what: 'Three custodians opened it, and not before the close',
      found: begun
        ? `Begun in entry ${begun.entry}; custodians ${list(released)} released their share`
        : 'There was nothing to open',
      passed: ofRelease.length === 0,
    },
  ]
}

function list(numbers: readonly number[]): string {
  return numbers.length === 0 ? 'none' : numbers.join(', ').replace(/, (\d+)$/, ' and $1')
}

function readKey({ entry, facts }: ToldAction): Key | undefined {
  const { version, recipient, shares, proofKeys } = facts
  if (typeof recipient !== 'string' || !areHashes(shares) || !areHashes(proofKeys)) return undefined
  return { entry, version: Number(version), recipient, shares, proofKeys, proven: new Map() }
}

function areHashes(value: Json | undefined): value is string[] {
  if (!Array.isArray(value) || new Set(value).size !== SHARES) return false
  return value.every((each) => typeof each === 'string' && /^[0-9a-f]{64}$/.test(each))
}

/** A proof is a signature that only the share can make. The count in its entry shows that none before it is left out. */
function takeProof({ entry, facts }: ToldAction, keys: readonly Key[]): Wrong[] {
  const key = keys.find(({ version }) => version === facts.keyVersion)
  const share = key?.shares.indexOf(String(facts.share)) ?? -1
  if (!key || share < 0 || key.entry > entry)
    return [{ entry, problem: `Entry ${entry} proves a share of no key of this round.` }]
  if (!holdsShare(key.proofKeys[share] ?? '', String(facts.challenge), String(facts.proof)))
    return [{ entry, problem: `The proof in entry ${entry} was not made with share ${share + 1}.` }]
  if (!key.proven.has(share + 1)) key.proven.set(share + 1, entry)
  if (key.proven.size === facts.proofs) return []
  return [
    { entry, problem: `Entry ${entry} counts ${facts.proofs} proofs, and the file has ${key.proven.size}.` },
  ]
}

/** The newest key that had four proofs before this entry. */
function provenBefore(keys: readonly Key[], entry: number): Key | undefined {
  return keys.findLast(
    ({ proven }) => [...proven.values()].filter((at) => at < entry).length >= PROOFS_NEEDED,
  )
}

function openedAt({ lots }: Told): number | undefined {
  const first = [...lots.values()].flatMap(([opened]) => (opened ? [opened.entry] : []))
  return first.length > 0 ? Math.min(...first) : undefined
}

function checkReleases(
  actions: readonly ToldAction[],
  key: Key | undefined,
  begun: ToldAction | undefined,
  opened: ToldAction | undefined,
) {
  const wrong: Wrong[] = []
  const released: number[] = []
  for (const { entry, facts } of actions) {
    const share = (key?.shares.indexOf(String(facts.share)) ?? -1) + 1
    if (share > 0 && !released.includes(share)) released.push(share)
    if (!begun || entry < begun.entry)
      wrong.push({ entry, problem: `A share was released in entry ${entry}, before the opening began.` })
    else if (share === 0 || released.length !== facts.released)
      wrong.push({ entry, problem: `Entry ${entry} releases no share that the opening was waiting for.` })
  }
  const third = actions[THRESHOLD - 1]
  if (opened && (!third || third.entry > opened.entry))
    wrong.push({
      entry: opened.entry,
      problem: `Sealed bids were opened in entry ${opened.entry} before three custodians had released their share.`,
    })
  return { released, wrong }
}
