import { answerProgram } from '../answer-program'

export const dynamic = 'force-dynamic'

/** The ceremony that makes the key of a round’s sealed bids, offline (R8.2). */
export function GET(): Promise<Response> {
  return answerProgram('ceremony.mjs')
}
