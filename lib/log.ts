import pino from 'pino'
import { env } from '@/env'
import { describeError } from './describe-error'

let logger: pino.Logger | undefined

/** JSON lines with UTC instants; fields that could carry a secret or an address are never written. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env.LOG_LEVEL,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => describeError(error) },
    redact: {
      paths: [
        'password',
        'token',
        'cookie',
        'email',
        '*.password',
        '*.token',
        '*.cookie',
        '*.email',
        'maxMinor',
        '*.maxMinor',
      ],
      censor: '[left out]',
    },
  })
  return logger
}
