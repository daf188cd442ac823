/**
 * One live stream per browser, however many tabs are open: browsers allow six connections to a site, and a seventh room
 * would hang. The tab that holds the lock `live-stream` listens for all; it tells the others through a channel.
 */
export type StreamState = 'connecting' | 'live' | 'reconnecting'
export type Listener = {
  onVersion: (topic: string, version: string) => void
  onState: (state: StreamState) => void
  onBeat: () => void
}

type Message =
  | { type: 'want'; tab: string; topics: string[] }
  | { type: 'leave'; tab: string }
  | { type: 'who' }
  | { type: 'version'; topic: string; version: string }
  | { type: 'state'; state: StreamState }
  | { type: 'beat' }

const LOCK = 'live-stream'
/** A tab that has not said what it wants for this long is gone, or asleep. */
const FORGET_MS = 30_000
const WANT_EVERY_MS = 10_000
/** Heartbeats come every five seconds: without one for this long the listening tab is asleep and loses the lock. */
const SILENT_MS = 15_000
const RETRY_MS = 2_000

/** Listens to topics in this tab until the returned function is called. */
export function shareStream(topics: readonly string[], listener: Listener): () => void {
  const tab = crypto.randomUUID()
  const channel = new BroadcastChannel(LOCK)
  const ended = new AbortController()
  let lastSign = performance.now()
  let leader: ReturnType<typeof lead> | undefined

  const hear = (message: Message) => {
    if (message.type === 'version') listener.onVersion(message.topic, message.version)
    else if (message.type === 'state') listener.onState(message.state)
    else if (message.type === 'beat') listener.onBeat()
    else if (message.type === 'who') post({ type: 'want', tab, topics: [...topics] })
    if (message.type === 'beat' || message.type === 'version') lastSign = performance.now()
  }
  const post = (message: Message) => channel.postMessage(message)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    leader?.hear(data)
    hear(data)
  }

  const takeOver = (steal: boolean) =>
    navigator.locks
      ?.request(LOCK, steal ? { steal } : { signal: ended.signal }, async () => {
        leader = lead(tab, topics, (message) => {
          post(message)
          hear(message)
        })
        await leader.ended
      })
      .catch(() => {})
      .finally(() => leader?.stop())
  if (navigator.locks) void takeOver(false)
  else leader = lead(tab, topics, hear)

  post({ type: 'want', tab, topics: [...topics] })
  const timer = setInterval(() => {
    post({ type: 'want', tab, topics: [...topics] })
    if (!leader && performance.now() - lastSign > SILENT_MS) {
      lastSign = performance.now()
      void takeOver(true)
    }
  }, WANT_EVERY_MS)
  const leave = () => {
    clearInterval(timer)
    post({ type: 'leave', tab })
    leader?.stop()
    ended.abort()
    channel.close()
  }
  addEventListener('pagehide', leave, { once: true })
  return () => {
    removeEventListener('pagehide', leave)
    leave()
  }
}

/** Holds the browser's one connection for the topics that the tabs want together. */
function lead(own: string, ownTopics: readonly string[], tell: (message: Message) => void) {
  const wanted = new Map([[own, { topics: [...ownTopics], at: Number.POSITIVE_INFINITY }]])
  let source: EventSource | undefined
  let listensTo = ''
  let retry: ReturnType<typeof setTimeout> | undefined
  let finish: () => void = () => {}
  const ended = new Promise<void>((resolve) => {
    finish = resolve
  })

  const listen = () => {
    for (const [tab, { at }] of wanted) if (performance.now() - at > FORGET_MS) wanted.delete(tab)
    const topics = [...new Set([...wanted.values()].flatMap((each) => each.topics))].sort().join(',')
    if (topics === listensTo && source?.readyState !== EventSource.CLOSED) return
    listensTo = topics
    source?.close()
    source = new EventSource(`/api/stream?topics=${encodeURIComponent(topics)}`)
    source.onopen = () => tell({ type: 'state', state: 'live' })
    source.onmessage = ({ data }) => tell({ type: 'version', ...JSON.parse(data) })
    source.addEventListener('heartbeat', () => tell({ type: 'beat' }))
    source.onerror = () => {
      tell({ type: 'state', state: 'reconnecting' })
      clearTimeout(retry)
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(listen, RETRY_MS)
    }
  }
  const hear = (message: Message) => {
    if (message.type === 'want' && message.tab !== own)
      wanted.set(message.tab, { topics: message.topics, at: performance.now() })
    else if (message.type === 'leave') wanted.delete(message.tab)
    else return
    listen()
  }
  const stop = () => {
    clearTimeout(retry)
    source?.close()
    finish()
  }
  tell({ type: 'who' })
  listen()
  return { hear, stop, ended }
}
