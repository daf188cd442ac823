import type { Decisions } from './check-decisions'
import type { VerifierKey } from './note'
import type { RoundFile } from './round-file'
import type { SealedVerdict } from './verdict'

/** What no reader of this file can tell, in plain sentences. */
export function notChecked(
  { round, lots }: RoundFile,
  { configuration }: Decisions,
  trusted: VerifierKey | undefined,
  sealed: SealedVerdict | undefined,
): string[] {
  const isWithheld = sealed && sealed.opened === 0 && sealed.bids > 0
  const isAuditors = configuration?.settings.sealedSecret === 'auditor'
  return [
    ...(trusted
      ? []
      : ['Whose log it is: the key in the file was believed. Give the key that you noted elsewhere.']),
    ...(isWithheld && isAuditors
      ? [
          'What is in the sealed bids: the settings of the round give its secret to the auditor. That none was exchanged, added or left out was checked; the amounts are those of the events.',
        ]
      : []),
    ...(round.scoresHash === null
      ? []
      : ['How plan scores came about: that each paddle’s is one that was frozen for its name was checked.']),
    ...(lots.some(({ winnerName }) => winnerName !== null)
      ? ['The names of winners: the record knows paddles alone.']
      : []),
  ]
}
