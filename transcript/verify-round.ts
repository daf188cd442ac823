import { bytesToHex } from '@noble/hashes/utils.js'
import type { Json } from '../engine/json'
import { checkDecisions, type Decisions } from './check-decisions'
import { checkLimits } from './check-limits'
import { checkLot } from './check-lot'
import { checkSealed } from './check-sealed'
import { checkTree, type TreeCheck } from './check-tree'
import { witnessesOf } from './cosignature'
import { notChecked } from './not-checked'
import { parseVerifierKey, type VerifierKey } from './note'
import { readEntries, type Told } from './read-entries'
import type { RoundFile } from './round-file'
import type { Check, LotVerdict, Verdict, Wrong } from './verdict'

/**
 * Checks a round from its file alone (R9.4): signatures, every told entry in its place, every signed tree the beginning of
 * the next, what people decided, sealed bids opened again, and each auction decided again by the engine. Names the first
 * entry that is wrong.
 * @param trusted the key of the log, if it is known from elsewhere; the file's own otherwise
 * @param witnesses keys of witnesses whose word counts
 */
export async function verifyRound(
  file: RoundFile,
  trusted?: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): Promise<Verdict> {
  const { id, name, slug, rulesVersion } = file.round
  const round = { id, name, slug, rulesVersion }
  const key = trusted ?? parseVerifierKey(file.key)
  if (!key) {
    const wrong = [{ entry: null, problem: 'The file names no key that a log could have.' }]
    const nothing = { log: null, checks: [], lots: [], sealed: null, notChecked: [] }
    return { ok: false, round, ...nothing, firstWrong: wrong[0]!, wrong }
  }
  const tree = checkTree(file, key)
  const told = readEntries(file.entries)
  const decisions = checkDecisions(told, file)
  const { lots, wrong: ofLots } = checkLots(told, file, decisions)
  const sealed = await checkSealed(told, file, decisions)
  const limits = sealed ? [] : unlessUnreadable(() => checkLimits(told.lots, file.lots))
  const wrong = inOrder(tree.wrong, [
    ...otherKey(file, trusted),
    ...told.wrong,
    ...decisions.wrong,
    ...ofLots,
    ...(sealed?.wrong ?? []),
    ...limits,
  ])
  const log = tree.checkpoint && {
    origin: tree.checkpoint.origin,
    size: tree.checkpoint.size,
    rootHex: bytesToHex(tree.checkpoint.root),
    key: key.id,
    cosignedBy: witnessesOf(file.checkpoint, witnesses),
  }
  const checks = [
    ...checksOfTree(tree, file),
    ...decisions.checks,
    ...(sealed?.checks ?? []),
    {
      what: 'One limit over all names',
      found: sealed ? 'Each opened bid, in the order received' : 'Each bid, at its instant',
      passed:
        limits.length === 0 &&
        !sealed?.wrong.some(({ expected }) => JSON.stringify(expected ?? '').includes('over-limit')),
    },
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
    sealed: sealed?.verdict ?? null,
    notChecked: notChecked(file, decisions, trusted, sealed?.verdict),
    firstWrong: wrong[0] ?? null,
    wrong,
  }
}

/** A file that names another key than the one that is trusted was made for somebody else’s log. */
function otherKey({ key }: RoundFile, trusted: VerifierKey | undefined): Wrong[] {
  const own = parseVerifierKey(key)
  if (!trusted || (own?.name === trusted.name && own.id === trusted.id)) return []
  return [
    {
      entry: null,
      problem: `The file is of a log with the key ${own?.id ?? 'of nobody'}, not ${trusted.id}.`,
    },
  ]
}

function unlessUnreadable(check: () => Wrong[]): Wrong[] {
  try {
    return check()
  } catch {
    return [{ entry: null, problem: 'What the file tells of its bids is not of the shape it should have.' }]
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

function checkLots(told: Told, { lots, round }: RoundFile, { configuration, finalised }: Decisions) {
  const checked = lots.map((claim) =>
    checkLot(told.lots.get(claim.id) ?? [], { claim, told, configuration, finalised, secret: round.secret }),
  )
  const wrong = checked.flatMap((each) => each.wrong)
  for (const [id, [first]] of told.lots)
    if (first && !lots.some((claim) => claim.id === id))
      wrong.push({
        entry: first.entry,
        problem: `Entry ${first.entry} is of a name that the file does not list.`,
      })
  for (const [at, { id, label }] of lots.entries())
    if (lots.findIndex((other) => other.id === id || other.label === label) !== at)
      wrong.push({ entry: null, label, problem: `${label}.org is told twice.` })
  const made = Array.isArray(finalised?.facts.lots) ? (finalised.facts.lots as Json[][]) : []
  for (const label of made.map((each) => (Array.isArray(each) ? each[0] : null)))
    if (finalised && !lots.some((claim) => claim.label === label))
      wrong.push({
        entry: finalised.entry,
        problem: `${String(label)}.org was made final and is not in the file.`,
      })
  return { lots: checked.map(({ lot }) => lot), wrong }
}

/**
 * By place in the log; before all others what is not the entry that was signed there, since others may only follow from it.
 * Where only a stretch is known, an entry in it that is wrong by itself is the one.
 */
function inOrder(ofTree: readonly Wrong[], others: readonly Wrong[]): Wrong[] {
  const wrong = [...ofTree, ...others]
  const changed = new Set(ofTree.filter(({ entry, upTo }) => entry !== null && upTo === undefined))
  const known = wrong.filter(({ entry, upTo }) => entry !== null && upTo === undefined)
  const placed = wrong.map((each) => {
    const { entry, upTo } = each
    if (entry === null || upTo === undefined) return { each, at: entry ?? Number.POSITIVE_INFINITY }
    const found = known.find((one) => Number(one.entry) >= entry && Number(one.entry) <= upTo)
    return { each, at: found ? Number(found.entry) + 0.5 : entry }
  })
  const after = ({ each }: { each: Wrong }) => (changed.has(each) ? 0 : 1)
  return placed.sort((a, b) => after(a) - after(b) || a.at - b.at).map(({ each }) => each)
}
