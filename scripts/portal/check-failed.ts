/** Thrown by a verb whose input was read and is wrong: a proof that proves nothing, a signature that is none. Exit 1. */
export class CheckFailed extends Error {
  readonly document: { ok: false; reason: string }

  constructor(reason: string) {
    super(reason)
    this.document = { ok: false, reason }
  }
}
