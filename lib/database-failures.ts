const TRANSIENT = ['40001', '40P01']

/** Deadlock or serialisation failure: trying again is right. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT.includes(sqlState(error))
}

/** The SQLSTATE or driver code of an error; Drizzle wraps the driver's, so the chain of causes is walked. */
export function sqlState(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code
    if (typeof code === 'string') return code
  }
  return ''
}

/** Lock and statement timeouts mean “busy”: nothing was done, and nothing is broken. */
export function isBusy(error: unknown): boolean {
  return ['55P03', '57014', '53300', 'CONNECT_TIMEOUT'].includes(sqlState(error))
}

/** The connection broke: what was under way is gone, except for a commit, which may have happened. */
export function isConnectionLoss(error: unknown): boolean {
  return /^(CONNECTION_|ECONN|EPIPE|08|57P0)/.test(sqlState(error))
}
