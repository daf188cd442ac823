import { hashOfScores, leafOfScore } from './plan-scores'
import type { Told, ToldEvent } from './read-entries'
import type { RoundFile } from './round-file'
import type { Check, Wrong } from './verdict'

/**
 * Plan scores (R6.8): their hash stands in the entry of each name’s opening, before the first bid; the file has the leaf of
 * every plan behind that hash; and the score of each paddle is one of them, of this name and of nobody else.
 */
export function checkScores(told: Told, file: RoundFile): { check: Check; wrong: Wrong[] } {
  const frozen = checkHash(told, file.round.scoresHash)
  const wrong = [
    ...(frozen ?? []),
    ...(frozen && file.round.scoresHash !== null ? checkLeaves(told, file) : []),
  ]
  const count = file.scores?.leaves.length ?? 0
  return {
    wrong,
    check: {
      what: 'Plan scores, frozen before the first bid',
      found: frozen
        ? `${count} ${count === 1 ? 'plan' : 'plans'} behind the hash in the entries where bidding opened`
        : 'No entry has their hash',
      passed: frozen && wrong.length === 0,
    },
  }
}

/** Null: in none of the openings, as in rounds from before it was kept there. */
function checkHash(told: Told, scoresHash: string | null): Wrong[] | null {
  const openings = told.actions.filter(({ kind }) => kind === 'lot.open')
  const missing = [...told.lots].filter(([id]) => !openings.some(({ object }) => object === id))
  if (scoresHash !== null && missing.length > 0)
    return missing.map(([, [first]]) => ({
      entry: first?.entry ?? null,
      problem: `The opening of the name in entry ${first?.entry}, with the hash of its plan scores, is not in the file.`,
    }))
  const opened = openings.filter(({ facts }) => facts.outcome !== 'returned' && 'scoresHash' in facts)
  if (opened.length === 0) return null
  return opened
    .filter(({ facts }) => facts.scoresHash !== scoresHash)
    .map(({ entry }) => ({
      entry,
      problem: `The plan scores that were frozen when bidding opened, entry ${entry}, have another hash than the file gives.`,
    }))
}

function checkLeaves(told: Told, { round, scores }: RoundFile): Wrong[] {
  const openings = [...told.lots].flatMap(([lot, [first]]) => (first ? [{ lot, first }] : []))
  const entry = openings[0]?.first.entry ?? null
  if (!scores) return [{ entry, problem: 'The frozen plan scores are not in the file, only their hash.' }]
  if (
    new Set(scores.leaves).size !== scores.leaves.length ||
    hashOfScores(scores.leaves) !== round.scoresHash
  )
    return [{ entry, problem: 'The plan scores in the file are not those that were frozen.' }]
  const left = new Set(scores.leaves)
  return openings.flatMap(({ lot, first }) => checkOpening(lot, first, scores.salts, left))
}

/** Each score that enters one auction. Takes their leaves out of `left`, so that no plan counts for two paddles. */
function checkOpening(
  lot: string,
  { entry, event }: ToldEvent,
  salts: NonNullable<RoundFile['scores']>['salts'],
  left: Set<string>,
): Wrong[] {
  if (event.type !== 'auction-opened') return []
  // Terms that are none at all are named where the auction is decided again.
  const { bidders } = event.terms ?? {}
  return (Array.isArray(bidders) ? bidders : []).flatMap((bidder): Wrong[] => {
    const { id = '', scoreHundredths = null } = bidder ?? {}
    const salt = salts.find((each) => each.lot === lot && each.paddle === id)?.salt ?? ''
    if (left.delete(leafOfScore({ lot, outcome: 'qualified', salt, scoreHundredths }))) return []
    const problem = `The plan score of paddle ${id} in entry ${entry} is not the one that was frozen for it.`
    return [{ entry, problem }]
  })
}
