/** Thrown by a verb whose input was read and is wrong: a proof that proves nothing, a signature that is none. Exit 1. */
export class CheckFailed extends Error {
  readonly document: { ok: false; reason: string }

  /** @param more what else there is to say of it */
  constructor(reason: string, more: object = {}) {
    super(reason)
    this.document = { ...more, ok: false, reason }
  }
}
