import { answerProgram } from '../answer-program'

export const dynamic = 'force-dynamic'

/** The witness that a second party runs (R9.2). */
export function GET(): Promise<Response> {
  return answerProgram('witness.mjs')
}
