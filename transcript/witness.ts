import { provesConsistency } from './check-proof'
import { type Checkpoint, openCheckpoint } from './checkpoint'
import { cosign } from './cosignature'
import type { Hash } from './merkle'
import { parseNote, type VerifierKey } from './note'

/** Who the witness is, and what it trusts. */
export type Witness = { name: string; seed: Uint8Array; log: VerifierKey }

/** What a witness made of a checkpoint: the line it signed, or why it refuses; `forked` is proof of two histories. */
export type Testimony = { line: string; checkpoint: Checkpoint } | { refused: string; forked: boolean }

/**
 * Judges a checkpoint by the last one that this witness signed: same log, never smaller, the same tree or one that
 * continues it. Only then does it sign.
 * @param proof that the last tree begins this one
 * @param time whole seconds since 1970
 */
export function testify(
  { name, seed, log }: Witness,
  last: Checkpoint | null,
  note: string,
  proof: readonly Hash[],
  time: number,
): Testimony {
  const checkpoint = openCheckpoint(note, log)
  const text = parseNote(note)?.text
  if (!checkpoint || !text)
    return { refused: 'The checkpoint is not signed with the key of the log.', forked: false }
  if (last && checkpoint.size < last.size)
    return { refused: `The log went back from ${last.size} entries to ${checkpoint.size}.`, forked: false }
  if (last && !continues(last, checkpoint, proof))
    return {
      refused: `The log shows two histories: the tree over ${checkpoint.size} entries does not begin with the one over ${last.size}.`,
      forked: true,
    }
  return { line: cosign(text, name, seed, time), checkpoint }
}

function continues(last: Checkpoint, next: Checkpoint, proof: readonly Hash[]): boolean {
  return provesConsistency({ from: last.size, to: next.size, fromRoot: last.root, root: next.root, proof })
}
