import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64 } from '../sealing/base64'
import { provesInclusion } from './check-proof'
import { type Checkpoint, openCheckpoint } from './checkpoint'
import { countPeaks, type Growth, grow, rootOfGrowth } from './growth'
import { type Hash, leafHash } from './merkle'
import type { VerifierKey } from './note'
import type { Entry, RoundFile } from './round-file'
import type { Wrong } from './verdict'

const HASH = 32
const SALT = 16

export type TreeCheck = {
  checkpoint: Checkpoint | undefined
  /** Checkpoints on the way whose signature is good. */
  stops: number
  wrong: Wrong[]
}

/**
 * Whether the log is what was signed: the signatures of all checkpoints, the root of each recomputed from the leaves up to
 * it — a later tree that does not begin with an earlier one fails here — and each told entry in its place.
 */
export function checkTree(file: RoundFile, key: VerifierKey): TreeCheck {
  const checkpoint = openCheckpoint(file.checkpoint, key)
  const wrong: Wrong[] = []
  const fail = (problem: string) => wrong.push({ entry: null, problem })
  if (!checkpoint) fail(`The checkpoint is not signed by ${key.name} with the key ${key.id}.`)
  const opened = file.history.map((note) => openCheckpoint(note, key))
  const unsigned = opened.findIndex((stop) => !stop)
  if (unsigned >= 0) fail(`Checkpoint ${unsigned + 1} on the way is not signed with the key of the log.`)
  const stops = opened.filter((stop) => stop !== undefined)
  const { from } = file.leaves
  const peaks = file.leaves.peaks.map(fromBase64)
  const leaves = splitHashes(file.leaves.hashes)
  if (!leaves || peaks.length !== countPeaks(from) || peaks.some((peak) => peak?.length !== HASH)) {
    fail('The hashes of the leaves are not whole.')
    return { checkpoint, stops: stops.length, wrong }
  }
  const size = from + leaves.length
  if (checkpoint && checkpoint.size !== size)
    wrong.push({
      entry: Math.min(size, checkpoint.size),
      problem: `The checkpoint is over ${checkpoint.size} entries, and the file has the hashes of ${size}.`,
    })
  const growth = { size: from, peaks: peaks as Hash[] }
  const broken = firstBrokenStop(growth, leaves, checkpoint ? [...stops, checkpoint] : stops)
  if (broken) wrong.push(broken)
  const seen = new Set<number>()
  for (const entry of file.entries) {
    const problem = seen.has(entry.index)
      ? 'is told twice.'
      : problemWithEntry(entry, from, leaves, checkpoint)
    if (problem) wrong.push({ entry: entry.index, problem: `Entry ${entry.index} ${problem}` })
    seen.add(entry.index)
  }
  return { checkpoint, stops: stops.length, wrong }
}

/** Adds the leaves one by one and compares the root at every size that was signed. Changes `growth`. */
function firstBrokenStop(
  growth: Growth,
  leaves: readonly Hash[],
  stops: readonly Checkpoint[],
): Wrong | undefined {
  const due = [...stops].sort((a, b) => a.size - b.size)
  const first = growth.size
  let good = 0
  for (let next = 0; next <= leaves.length; next++) {
    for (; due[0] && due[0].size <= growth.size; due.shift()) {
      const stop = due[0]
      if (stop.size < first || !same(stop.root, rootOfGrowth(growth))) return brokenBetween(good, stop.size)
      good = stop.size
    }
    const leaf = leaves[next]
    if (leaf) grow(growth, leaf)
  }
  return due[0] && brokenBetween(good, due[0].size)
}

/** The root of the log over its first `size` entries, as the file has it; undefined where it does not reach. */
export function rootAt({ leaves: { from, peaks, hashes } }: RoundFile, size: number): Hash | undefined {
  const leaves = splitHashes(hashes)
  if (!leaves || size < from || size > from + leaves.length) return undefined
  const growth = { size: from, peaks: peaks.map((peak) => fromBase64(peak) ?? new Uint8Array()) }
  for (const leaf of leaves.slice(0, size - from)) grow(growth, leaf)
  return rootOfGrowth(growth)
}

function brokenBetween(good: number, size: number): Wrong {
  const where = size - good > 1 ? `One of the entries ${good} to ${size - 1}` : `Entry ${good}`
  return {
    entry: good,
    ...(size - good > 1 && { upTo: size - 1 }),
    problem: `${where} is not what was signed: the tree over the first ${size} entries has another root.`,
  }
}

function problemWithEntry(
  { index, salt, data, proof }: Entry,
  from: number,
  leaves: readonly Hash[],
  checkpoint: Checkpoint | undefined,
): string | undefined {
  const before = fromBase64(salt)
  if (before?.length !== SALT) return 'has no salt of 16 bytes.'
  const leaf = leafHash(concat(before, utf8ToBytes(data)))
  if (index >= from) {
    const kept = leaves[index - from]
    if (!kept) return 'is beyond the leaves of the file.'
    return same(leaf, kept) ? undefined : 'is not what the log has in its place: it was changed.'
  }
  const path = proof?.map(fromBase64)
  if (!checkpoint || !path?.every((hash) => hash !== undefined)) return 'has no proof of its place.'
  const { size, root } = checkpoint
  return provesInclusion(leaf, { index, size, root, proof: path })
    ? undefined
    : 'is not what the log has in its place: its proof does not lead to the root.'
}

/** Undefined when it is not base64 of whole hashes. Of a million leaves as well, so not by `fromBase64`. */
function splitHashes(text: string): Hash[] | undefined {
  let binary: string
  try {
    binary = atob(text)
  } catch {
    return undefined
  }
  if (binary.length % HASH !== 0) return undefined
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return Array.from({ length: binary.length / HASH }, (_, at) => bytes.subarray(at * HASH, (at + 1) * HASH))
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(one.length + other.length)
  bytes.set(one)
  bytes.set(other, one.length)
  return bytes
}

export function same(one: Hash, other: Hash): boolean {
  for (let at = 0; at < HASH; at++) if (one[at] !== other[at]) return false
  return one.length === other.length
}
