type Asked<V> = { resolve: (value: V | undefined) => void; reject: (error: unknown) => void }

/**
 * A question that many ask at once: those who come while one statement is under way share the next. They are answered in
 * the order they came, so that nobody overtakes, and take one connection, however many they are.
 */
export function askTogether<V>(
  read: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
  let asked = new Map<string, Asked<V>[]>()
  let answering = false

  async function answerAll(): Promise<void> {
    while (asked.size > 0) {
      const waiting = asked
      asked = new Map()
      try {
        const found = await read([...waiting.keys()])
        for (const [key, callers] of waiting) for (const { resolve } of callers) resolve(found.get(key))
      } catch (error) {
        for (const callers of waiting.values()) for (const { reject } of callers) reject(error)
      }
    }
    answering = false
  }

  return (key) =>
    new Promise((resolve, reject) => {
      asked.set(key, [...(asked.get(key) ?? []), { resolve, reject }])
      if (answering) return
      answering = true
      setImmediate(answerAll)
    })
}

const KEPT_MS = 60_000
const ENOUGH = 20_000

/**
 * Keeps for a minute what was found, and nothing of what was not: a stale answer only lets through what the door itself
 * reads again, and whoever came to be a moment ago is found.
 */
export function keepFound<V>(ask: (key: string) => Promise<V | undefined>) {
  const found = new Map<string, { value: V; at: number }>()

  /** What is kept, without asking. */
  function kept(key: string): V | undefined {
    const known = found.get(key)
    return known && performance.now() - known.at < KEPT_MS ? known.value : undefined
  }

  async function keptOrAsked(key: string): Promise<V | undefined> {
    const known = kept(key)
    if (known !== undefined) return known
    const at = performance.now()
    const value = await ask(key)
    if (value === undefined) return undefined
    if (found.size >= ENOUGH) found.clear()
    found.set(key, { value, at })
    return value
  }

  return Object.assign(keptOrAsked, { kept })
}
