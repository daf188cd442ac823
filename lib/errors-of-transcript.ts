/** What is refused of the transcript (R9). */
export const transcriptErrors = {
  'transcript.not-yet': [503, 'The last entries of this round are being signed. Try again in a moment.'],
  'transcript.no-such-leaf': [404, 'The log has no such entry or size.'],
  'witness.unknown': [403, 'No witness of this log has this key, or its signature is not good.'],
  'witness.no-checkpoint': [404, 'This log never signed this checkpoint.'],
} as const
