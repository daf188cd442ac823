/**
 * Thrown by a verb to refuse its input: `noun.problem`, a sentence, and the place in the input; for programs the same by
 * name where there is more to say. Exit 2.
 */
export class InputRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly path = '',
    readonly details: object = {},
  ) {
    super(message)
  }
}
