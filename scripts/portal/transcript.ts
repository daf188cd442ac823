import { NoTranscript } from '@/transcript/round-file'
import { verifyText } from '@/transcript/verify-text'
import type { Area, GivenFile } from './area'
import { CheckFailed } from './check-failed'
import { InputRefused } from './input-refused'

/** The transcript of a round, checked and decided again (R9.4). */
export default {
  area: 'transcript',
  verbs: {
    verify: {
      summary:
        'Whether a transcript holds and its auctions come to its results; exit 1 names the first wrong entry',
      input: null,
      file: 'the transcript of a round, as downloaded,',
      run: (_input: unknown, file?: GivenFile) => verify(file!),
    },
  },
} satisfies Area

function verify({ path, text }: GivenFile) {
  try {
    const verdict = verifyText(text)
    if (verdict.ok) return verdict
    throw new CheckFailed(verdict.firstWrong?.problem ?? 'It does not hold.', verdict)
  } catch (error) {
    if (!(error instanceof NoTranscript)) throw error
    throw new InputRefused('transcript.malformed', error.message, error.path || path)
  }
}
