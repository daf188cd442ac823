import { pool } from '@/db/client'
import { log } from '@/lib/log'

/** Told that a topic has reached a version. */
type Notify = (topic: string, version: string) => void
type Watcher = { topics: ReadonlyMap<string, readonly string[]>; notify: Notify }

const EVERY_MS = 200

const watchers = new Set<Watcher>()
/** The last known version of everything that is being watched. */
let versions = new Map<string, string>()
let polling = false

/**
 * Watches topics until the returned function is called. One hub per process polls the versions of all that is being
 * watched in one statement, so it is right with any number of processes, and a bid's commit waits for no notification.
 * The watcher is first told the present versions, so that it can see what it missed.
 * @param topics each topic with the stored topics it stands for; its version is the sum of theirs
 */
export function watchTopics(topics: ReadonlyMap<string, readonly string[]>, notify: Notify): () => void {
  const watcher = { topics, notify }
  watchers.add(watcher)
  void tellPresent(watcher)
  if (!polling) pollSoon()
  return () => watchers.delete(watcher)
}

async function tellPresent(watcher: Watcher): Promise<void> {
  try {
    const present = await readVersions([...watcher.topics.values()].flat())
    for (const [topic, stored] of present) if (!versions.has(topic)) versions.set(topic, stored)
    for (const [topic, stored] of watcher.topics) watcher.notify(topic, sum(present, stored))
  } catch (error) {
    log().warn({ err: error }, 'live versions could not be read')
  }
}

function pollSoon(): void {
  polling = true
  setTimeout(poll, EVERY_MS)
}

async function poll(): Promise<void> {
  if (watchers.size === 0) {
    versions = new Map()
    polling = false
    return
  }
  try {
    const watched = new Set<string>()
    for (const { topics } of watchers)
      for (const stored of topics.values()) for (const each of stored) watched.add(each)
    const found = await readVersions([...watched])
    const changed = new Set(
      [...found].filter(([topic, version]) => versions.get(topic) !== version).map(([topic]) => topic),
    )
    versions = found
    if (changed.size > 0) for (const watcher of watchers) tell(watcher, changed, found)
  } catch (error) {
    log().warn({ err: error }, 'live versions could not be read')
  }
  pollSoon()
}

function tell(
  { topics, notify }: Watcher,
  changed: ReadonlySet<string>,
  found: ReadonlyMap<string, string>,
): void {
  for (const [topic, stored] of topics)
    if (stored.some((each) => changed.has(each))) notify(topic, sum(found, stored))
}

function sum(found: ReadonlyMap<string, string>, stored: readonly string[]): string {
  return stored.reduce((total, topic) => total + BigInt(found.get(topic) ?? 0), 0n).toString()
}

async function readVersions(topics: readonly string[]): Promise<Map<string, string>> {
  const rows = await pool()<{ topic: string; version: string }[]>`
    select topic, version from live_versions where topic = any(${topics as string[]}::text[])`
  return new Map(rows.map(({ topic, version }) => [topic, version]))
}
