import {
  type AnyCommand,
  type AnyState,
  type AnyTerms,
  decide,
  evolve,
  type History,
  open,
  replay,
} from '@/engine/auction'
import { isRefusal } from '@/engine/decision'

/** Decides one command after another, each made from the state before it. Throws when one is refused. */
export function decideExample(
  terms: AnyTerms,
  commands: readonly ((state: AnyState) => AnyCommand)[],
): { history: History<AnyTerms>; state: AnyState } {
  const opened = open<AnyTerms>(terms, null as never)
  if (isRefusal(opened)) throw new Error(`The example of ${terms.format} is malformed: ${opened.field}`)
  let history = opened as History<AnyTerms>
  let state = replay<AnyTerms>(history)
  for (const command of commands) {
    const decided = decide<AnyTerms>(state, command(state))
    if (isRefusal(decided)) throw new Error(`The example of ${terms.format} was refused ${decided.code}.`)
    history = [...history, ...decided] as unknown as History<AnyTerms>
    for (const event of decided) state = evolve(state, event)
  }
  return { history, state }
}
