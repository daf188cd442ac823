import { bytesToHex } from '@noble/hashes/utils.js'
import type { Json } from '../engine/json'
import { canonical, hashOfSecret, sha256Hex } from './canonical'
import { checkLot } from './check-lot'
import { checkTree, type TreeCheck } from './check-tree'
import { witnessesOf } from './cosignature'
import { parseVerifierKey, type VerifierKey } from './note'
import { readEntries, type Told, type ToldAction } from './read-entries'
import type { RoundFile } from './round-file'
import type { Check, LotVerdict, Verdict, Wrong } from './verdict'

/**
 * Checks a round from its file alone (R9.4): signatures, every told entry in its place, every signed tree the beginning of
 * the next, and each auction decided again by the engine. Names the first entry that is wrong.
 * @param trusted the key of the log, if it is known from elsewhere; the file's own otherwise
 * @param witnesses keys of witnesses whose word counts
 */
export function verifyRound(
  file: RoundFile,
  trusted?: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): Verdict {
  const { id, name, slug, rulesVersion } = file.round
  const round = { id, name, slug, rulesVersion }
  const key = trusted ?? parseVerifierKey(file.key)
  if (!key) {
    const wrong = [{ entry: null, problem: 'The file names no key that a log could have.' }]
    return { ok: false, round, log: null, checks: [], lots: [], firstWrong: wrong[0]!, wrong }
  }
  const tree = checkTree(file, key)
  const told = readEntries(file.entries)
  const actions = checkActions(told, file)
  const { lots, wrong: ofLots } = checkLots(told, file, actions)
  const wrong = inOrder([...tree.wrong, ...told.wrong, ...actions.wrong, ...ofLots])
  const cosignedBy = witnessesOf(file.checkpoint, witnesses)
  const log = tree.checkpoint && {
    origin: tree.checkpoint.origin,
    size: tree.checkpoint.size,
    rootHex: bytesToHex(tree.checkpoint.root),
    key: key.id,
    cosignedBy,
  }
  const checks = [
    ...checksOfTree(tree, file),
    ...actions.checks,
    {
      what: 'Each auction, decided again',
      found: `${lots.length} ${lots.length === 1 ? 'name' : 'names'}, ${sum(lots, 'events')} events, ${sum(lots, 'bids')} bids`,
      passed: ofLots.length === 0 && told.wrong.length === 0,
    },
  ]
  return {
    ok: wrong.length === 0,
    round,
    log: log ?? null,
    checks,
    lots,
    firstWrong: wrong[0] ?? null,
    wrong,
  }
}

const sum = (lots: readonly LotVerdict[], of: 'events' | 'bids') =>
  lots.reduce((all, lot) => all + lot[of], 0)

function checksOfTree({ checkpoint, stops, wrong }: TreeCheck, file: RoundFile): Check[] {
  const signed = !wrong.some(({ entry, problem }) => entry === null && problem.includes('not signed'))
  const rest = wrong.filter(({ problem }) => !problem.includes('not signed'))
  const ofEntries = rest.filter(
    ({ upTo, problem }) => upTo === undefined && /^Entry \d+ (is|has) /.test(problem),
  )
  const ofTree = rest.filter((each) => !ofEntries.includes(each) || each.problem.includes('was signed'))
  return [
    {
      what: 'Signed by the log',
      found: checkpoint
        ? `A checkpoint over ${checkpoint.size} entries, and ${stops} on the way`
        : 'No good signature',
      passed: signed && checkpoint !== undefined,
    },
    {
      what: 'One history',
      found: 'Every signed tree begins the next, and all its hashes are recomputed here',
      passed: ofTree.length === 0,
    },
    {
      what: 'Every entry in its place',
      found: `${file.entries.length} entries of this round, told in full`,
      passed: ofEntries.length === 0,
    },
  ]
}

type Actions = {
  checks: Check[]
  wrong: Wrong[]
  configuration: Record<string, Json> | undefined
  finalised: ToldAction | undefined
}

/** What people decided about the round: its settings before anything began, its results at the end. */
function checkActions({ actions }: Told, { round }: RoundFile): Actions {
  const of = (kind: string) => actions.find((each) => each.kind === kind && each.object === round.id)
  const [approved, finalised] = [of('round.approve'), of('round.finalise')]
  const wrong: Wrong[] = []
  const configuration = approved?.facts.configuration as Record<string, Json> | undefined
  if (approved && (!configuration || sha256Hex(canonical(configuration)) !== approved.facts.configHash))
    wrong.push({
      entry: approved.entry,
      problem: 'The approved settings do not have the hash that was published.',
    })
  if (!finalised)
    wrong.push({ entry: null, problem: 'The decision that made the round final is not in the file.' })
  const secret = secretIsKept(round.secret, approved)
  if (approved && secret === false)
    wrong.push({
      entry: approved.entry,
      problem: 'The secret of the draw is not the one that was fixed before bidding.',
    })
  const settings = wrong.every(({ problem }) => !problem.includes('settings'))
  return {
    wrong,
    configuration,
    finalised,
    checks: [
      {
        what: 'The settings two people approved',
        found: approved ? `Entry ${approved.entry}, before bidding began` : 'Not in this file',
        passed: approved ? settings : null,
      },
      {
        what: 'The secret of the draw, fixed before bidding',
        found: secret === null ? 'Not needed, or not in this file' : 'Its SHA-256 stands in the approval',
        passed: secret,
      },
    ],
  }
}

function secretIsKept(secret: string | null, approved: ToldAction | undefined): boolean | null {
  if (!approved || secret === null) return null
  return /^[0-9a-f]{64}$/.test(secret) && hashOfSecret(secret) === approved.facts.secretHash
}

function checkLots(told: Told, { lots, round }: RoundFile, { configuration, finalised }: Actions) {
  const checked = lots.map((claim) =>
    checkLot(told.lots.get(claim.id) ?? [], { claim, configuration, finalised, secret: round.secret }),
  )
  const wrong = checked.flatMap((each) => each.wrong)
  for (const [id, [first]] of told.lots)
    if (first && !lots.some((claim) => claim.id === id))
      wrong.push({
        entry: first.entry,
        problem: `Entry ${first.entry} is of a name that the file does not list.`,
      })
  const made = Array.isArray(finalised?.facts.lots) ? (finalised.facts.lots as Json[][]) : []
  for (const label of made.map((each) => (Array.isArray(each) ? each[0] : null)))
    if (finalised && !lots.some((claim) => claim.label === label))
      wrong.push({
        entry: finalised.entry,
        problem: `${String(label)}.org was made final and is not in the file.`,
      })
  return { lots: checked.map(({ lot }) => lot), wrong }
}

/** By place in the log. Where only a stretch is known, an entry in it that is wrong by itself is the one. */
function inOrder(wrong: readonly Wrong[]): Wrong[] {
  const known = wrong.filter(({ entry, upTo }) => entry !== null && upTo === undefined)
  const placed = wrong.map((each) => {
    const { entry, upTo } = each
    if (entry === null || upTo === undefined) return { each, at: entry ?? Number.POSITIVE_INFINITY }
    const found = known.find((one) => Number(one.entry) >= entry && Number(one.entry) <= upTo)
    return { each, at: found ? Number(found.entry) + 0.5 : entry }
  })
  return placed.sort((a, b) => a.at - b.at).map(({ each }) => each)
}
