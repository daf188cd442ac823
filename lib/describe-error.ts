/** What of an error is written to the log. */
export type DescribedError = {
  type: string
  message: string
  code?: string
  constraint?: string
  stack?: string
  cause?: DescribedError
}

/**
 * An error for the log: what happened and where, never with which values. The driver and Drizzle put the parameters of
 * a failed statement (addresses, hashes, texts of letters, amounts) into messages and fields of their own.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something that is no error was thrown' }
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown }
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    // The first line of a stack repeats the message.
    ...(error.stack && { stack: framesOf(error.stack) }),
    ...(error.cause !== undefined && depth < 5 && { cause: describeError(error.cause, depth + 1) }),
  }
}

function withoutValues(message: string): string {
  return message.split(/\bparams:/, 1)[0]!.trim()
}

function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}
