import type { DraftContent } from '@/domain/plans/rules'
import { forget, keep } from './keep-on-device'

/** What is stored on the server while this page writes on: shown beside one's own text in a conflict. */
export type Theirs<Content = DraftContent> = {
  content: Content
  version: number
  at: string | null
  by: string | null
}

export type SaveState<Content = DraftContent> =
  | { phase: 'idle' | 'saving' | 'retrying' | 'offline' | 'signed-out' }
  | { phase: 'saved'; at: string }
  | { phase: 'refused'; message: string }
  | { phase: 'conflict'; mine: Content; theirs: Theirs<Content> }

type Options<Content> = {
  url: string
  keptKey: string
  version: number
  saved: Content
  onState(state: SaveState<Content>): void
  onVersion(version: number): void
}

const DEBOUNCE_MS = 1500
const MOST_WAIT_MS = 30_000

/**
 * Saves a section while it is written: one request at a time, the newest text last, each with a key of its own so that a
 * repeated request is one save. What is not saved yet stays on this device. `Content` is what the address takes.
 */
export class SectionSaver<Content = DraftContent> {
  #version: number
  #saved: string
  #content: Content
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #failures = 0
  #key = ''
  /** Texts that were sent and never answered: one of them may be what is stored. */
  #unanswered = new Set<string>()
  #stopped = false

  constructor(private readonly options: Options<Content>) {
    this.#version = options.version
    this.#content = options.saved
    this.#saved = JSON.stringify(options.saved)
  }

  /** Something was typed. */
  changed(content: Content): void {
    this.#content = content
    if (!this.#isDirty()) forget(this.options.keptKey)
    else {
      this.#key = ''
      keep(this.options.keptKey, { version: this.#version, content })
      this.#schedule(DEBOUNCE_MS)
    }
  }

  /** Saves now: the field was left, or the page is about to go. */
  flush(leaving = false): void {
    if (this.#timer && !this.#running) this.#start(leaving)
  }

  /** Ends the saving, after the request under way; the form itself sends what is left. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#running
  }

  /** The form was refused and stays: the saving goes on. */
  resume(): void {
    this.#stopped = false
    if (this.#isDirty()) this.#schedule(DEBOUNCE_MS)
  }

  isBusy(): boolean {
    return this.#running !== undefined
  }

  /** A conflict was resolved: what was chosen is written on top of theirs. */
  writeOnTopOf(version: number, content: Content): void {
    this.#setVersion(version)
    this.#saved = ''
    this.#stopped = false
    this.#content = content
    this.changed(content)
    this.#start(false)
  }

  /** Reads what is stored and shows both texts; nothing is overwritten meanwhile. */
  async compare(mine: Content): Promise<void> {
    const reply = await fetch(this.options.url, { cache: 'no-store' }).catch(() => undefined)
    if (!reply?.ok) return this.#retry(reply?.status)
    const theirs = (await reply.json()) as Theirs<Content>
    const stored = JSON.stringify(theirs.content)
    // The same text, or one's own whose answer was lost on the way.
    if (stored === JSON.stringify(mine) || this.#unanswered.has(stored)) return this.#agreed(theirs)
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.options.onState({ phase: 'conflict', mine, theirs })
  }

  /** No conflict after all: theirs is the version to go on from. */
  #agreed(theirs: Theirs<Content>): void {
    this.#setVersion(theirs.version)
    this.#saved = JSON.stringify(theirs.content)
    this.#unanswered.clear()
    this.#failures = 0
    this.#key = ''
    forget(this.options.keptKey)
    this.options.onState(theirs.at ? { phase: 'saved', at: theirs.at } : { phase: 'idle' })
    this.resume()
  }

  #isDirty(): boolean {
    return JSON.stringify(this.#content) !== this.#saved
  }

  #schedule(wait: number): void {
    if (this.#stopped) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#start(false), wait)
  }

  #start(leaving: boolean): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#running || this.#stopped || !this.#isDirty()) return
    this.#running = this.#save(leaving).finally(() => {
      this.#running = undefined
      if (this.#isDirty() && !this.#timer && this.#failures === 0 && !this.#stopped)
        this.#schedule(DEBOUNCE_MS)
    })
  }

  async #save(leaving: boolean): Promise<void> {
    const content = this.#content
    this.#key ||= crypto.randomUUID()
    if (this.#failures === 0) this.options.onState({ phase: 'saving' })
    const reply = await fetch(this.options.url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'idempotency-key': this.#key },
      body: JSON.stringify({ version: this.#version, content }),
      keepalive: leaving,
    }).catch(() => undefined)
    if (!reply) this.#unanswered.add(JSON.stringify(content))
    if (!reply?.ok) return this.#failed(reply, content)
    const { version, savedAt } = (await reply.json()) as { version: number; savedAt: string }
    this.#setVersion(version)
    this.#saved = JSON.stringify(content)
    this.#unanswered.clear()
    this.#failures = 0
    this.#key = ''
    if (this.#isDirty()) keep(this.options.keptKey, { version, content: this.#content })
    else forget(this.options.keptKey)
    this.options.onState({ phase: 'saved', at: savedAt })
  }

  async #failed(reply: Response | undefined, content: Content): Promise<void> {
    if (reply?.status === 401) return this.options.onState({ phase: 'signed-out' })
    if (!reply || reply.status >= 500 || reply.status === 429) return this.#retry(reply?.status)
    const { error } = (await reply.json()) as { error: { code: string; message: string } }
    if (error.code.endsWith('.stale')) return this.compare(content)
    this.#stopped = true
    this.options.onState({ phase: 'refused', message: error.message })
  }

  #retry(status: number | undefined): void {
    this.#failures++
    this.options.onState({ phase: status === undefined && !navigator.onLine ? 'offline' : 'retrying' })
    this.#schedule(Math.min(DEBOUNCE_MS * 2 ** this.#failures, MOST_WAIT_MS))
  }

  #setVersion(version: number): void {
    this.#version = version
    this.options.onVersion(version)
  }
}
