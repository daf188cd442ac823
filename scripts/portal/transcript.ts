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
      flags: {
        key: 'the verifier key of the log, as you noted it elsewhere; without it the key in the file is believed',
        witness: 'the verifier key of a witness; log.cosignedBy says whether it cosigned',
      },
      run: (_input: unknown, file?: GivenFile, flags: Record<string, string> = {}) => verify(file!, flags),
    },
  },
} satisfies Area

async function verify({ path, text }: GivenFile, { key, witness }: Record<string, string>) {
  try {
    const verdict = await verifyText(text, { key, witnesses: witness === undefined ? [] : [witness] })
    if (verdict.ok) return verdict
    throw new CheckFailed(verdict.firstWrong?.problem ?? 'It does not hold.', verdict)
  } catch (error) {
    if (!(error instanceof NoTranscript)) throw error
    throw new InputRefused('transcript.malformed', error.message, error.path || path)
  }
}
