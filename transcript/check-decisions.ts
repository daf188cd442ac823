import type { Json } from '../engine/json'
import { canonical, hashOfSecret, sha256Hex } from './canonical'
import { checkScores } from './check-scores'
import type { Told, ToldAction } from './read-entries'
import type { RoundFile } from './round-file'
import type { Check, Wrong } from './verdict'

/** What two people decide, bound to what exactly (R16.3). */
const BY_TWO = [
  'round.approve',
  'round.suspend',
  'round.resume',
  'round.extend',
  'round.finalise',
  'round-key.publish',
  'opening.begin',
  'bidder.strike',
]

/** What was made final has the hash of each whole record, so nothing can have come after. */
const NOT_FINAL: Wrong[] = [
  { entry: null, problem: 'The decision that made the round final is not in the file.' },
]

export type Configuration = Record<string, Json> & { settings: Record<string, Json> }

export type Decisions = {
  checks: Check[]
  wrong: Wrong[]
  configuration: Configuration | undefined
  finalised: ToldAction | undefined
}

/** What people decided about the round: its settings before anything began, what they did meanwhile, its results. */
export function checkDecisions(told: Told, file: RoundFile): Decisions {
  const { round } = file
  const of = (kind: string) => told.actions.find((each) => each.kind === kind && each.object === round.id)
  const [approved, finalised] = [of('round.approve'), of('round.finalise')]
  const entriesOfEvents = [...told.lots.values()].flat().map(({ entry }) => entry)
  const first = entriesOfEvents.reduce((least, entry) => Math.min(least, entry), Number.POSITIVE_INFINITY)
  const settings = checkSettings(approved, round, first)
  const secret = checkSecret(approved, round.secret)
  const scores = checkScores(told, file)
  const byTwo = told.actions
    .filter(
      ({ kind, actor, approver }) => BY_TWO.includes(kind) && (!approver || approver === actor || !actor),
    )
    .map(({ entry, kind }) => ({
      entry,
      problem: `Entry ${entry}, ${kind}, was decided by one person; it takes two.`,
    }))
  const officers = [...byTwo, ...withoutDecision(told)]
  return {
    wrong: [...settings, ...secret, ...scores.wrong, ...officers, ...(finalised ? [] : NOT_FINAL)],
    configuration: configurationOf(approved),
    finalised,
    checks: [
      {
        what: 'The settings two people approved',
        found: approved ? `Entry ${approved.entry}, before bidding began` : 'Not in this file',
        passed: settings.length === 0,
      },
      {
        what: 'The secret of the draw, fixed before bidding',
        found: round.secret === null ? 'Not in this file' : 'Its SHA-256 stands in the approval',
        passed: secret.length === 0,
      },
      scores.check,
      {
        what: 'Two people for every decision that takes two',
        found: `${told.actions.filter(({ kind }) => BY_TWO.includes(kind)).length} decisions`,
        passed: officers.length === 0 && finalised !== undefined,
      },
    ],
  }
}

function configurationOf(approved: ToldAction | undefined): Configuration | undefined {
  const configuration = approved?.facts.configuration
  return isRecord(configuration) && isRecord(configuration.settings)
    ? (configuration as Configuration)
    : undefined
}

/** The configuration is the one whose hash was published, stands before all bidding, and is that of this round. */
function checkSettings(approved: ToldAction | undefined, round: RoundFile['round'], first: number): Wrong[] {
  if (!approved) return [{ entry: null, problem: 'The approval of the round’s settings is not in the file.' }]
  const { entry, facts } = approved
  const configuration = configurationOf(approved)
  if (!configuration || sha256Hex(canonical(configuration)) !== facts.configHash)
    return [{ entry, problem: 'The approved settings do not have the hash that was published.' }]
  if (entry > first)
    return [{ entry, problem: `The settings were approved after bidding began, in entry ${first}.` }]
  const { name, phase, round: number, rulesVersion } = configuration
  const differs = [
    name !== round.name && 'name',
    `${phase}-${number}` !== round.slug && 'number',
    rulesVersion !== round.rulesVersion && 'rules',
  ].find((each) => each !== false)
  return differs
    ? [{ entry, problem: `The round was approved with another ${differs} than the file says.` }]
    : []
}

/** The secret is published in every final round, drawn or not. */
function checkSecret(approved: ToldAction | undefined, secret: string | null): Wrong[] {
  if (!approved) return []
  const { entry, facts } = approved
  if (secret !== null && /^[0-9a-f]{64}$/.test(secret) && hashOfSecret(secret) === facts.secretHash) return []
  return [{ entry, problem: 'The secret of the draw is not the one that was fixed before bidding.' }]
}

/** What officers did to an auction has its decision in the log. */
function withoutDecision({ lots, actions }: Told): Wrong[] {
  const has = (kind: string, paddle?: string) =>
    actions.some((each) => each.kind === kind && (!paddle || String(each.facts.paddle) === paddle))
  const wrong: Wrong[] = []
  for (const events of lots.values())
    for (const { entry, event } of events) {
      const isDecided =
        event.type === 'bidder-struck'
          ? has('bidder.strike', event.bidder)
          : event.type === 'auction-suspended'
            ? has('round.suspend')
            : event.type === 'auction-resumed'
              ? has('round.resume')
              : event.type !== 'close-moved' ||
                event.cause !== 'extension' ||
                has('round.extend') ||
                has('round.make-up-outage')
      if (!isDecided)
        wrong.push({ entry, problem: `Entry ${entry}, ${event.type}: nobody’s decision is in the file.` })
    }
  return wrong
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
