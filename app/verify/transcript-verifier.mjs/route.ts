import { answerProgram } from '../answer-program'

export const dynamic = 'force-dynamic'

/** The verifier of transcripts (R9.4). */
export function GET(): Promise<Response> {
  return answerProgram('transcript-verifier.mjs')
}
