/** Thrown by a verb to refuse its input: `noun.problem`, a sentence, and the place in the input. Exit 2. */
export class InputRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly path = '',
  ) {
    super(message)
  }
}
