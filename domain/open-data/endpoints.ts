import type { z } from 'zod'
import * as schemas from './schemas'

export type Parameter = { name: string; what: string; of?: 'path'; values?: readonly string[] }

/** A public address: what it gives, how it is asked, and the shape of its answer. `csv`: it comes as CSV too. */
export type Endpoint = {
  path: string
  what: string
  note?: string
  parameters?: readonly Parameter[]
  /** Of its JSON; without one it comes as CSV alone. */
  schema?: z.ZodType
  csv?: true
}

const csv = true as const
const round: Parameter = { name: 'round', what: 'One round alone, as phase-round: 1-2' }
const paged: readonly Parameter[] = [
  { name: 'limit', what: 'Rows of a page, 1 to 1000; 500 unless said' },
  { name: 'cursor', what: '`next` of the page before' },
]
const key: Parameter = { name: 'key', what: 'A name, for its latest result, or the id of a lot', of: 'path' }

/** Everything under /api/v1 that anyone may read: the one list behind the OpenAPI document and the page /data. */
export const endpoints: readonly Endpoint[] = [
  {
    path: '/api/v1/labels',
    what: 'All 1,332 names: status, round, reserve, price, next date',
    parameters: [
      { name: 'status', what: 'As on the catalogue page' },
      { name: 'class', what: 'As on the catalogue page' },
      round,
    ],
    schema: schemas.Labels,
    csv,
  },
  {
    path: '/api/v1/moves',
    what: 'Provenance: every move of every name, with its public note',
    note: 'oldest first',
    parameters: [{ name: 'label', what: 'One name alone' }, ...paged],
    schema: schemas.Moves,
    csv,
  },
  {
    path: '/api/v1/rounds',
    what: 'Announced rounds with dates and lots',
    note: 'as CSV one row per lot',
    schema: schemas.Rounds,
    csv,
  },
  {
    path: '/api/v1/rounds/{round}',
    what: 'One round with frozen settings, questions, announcements',
    note: 'as CSV its lots',
    parameters: [{ ...round, of: 'path' }],
    schema: schemas.OneRound,
    csv,
  },
  {
    path: '/api/v1/lots',
    what: 'Every lot of every announced round',
    parameters: [round, ...paged],
    schema: schemas.Lots,
    csv,
  },
  {
    path: '/api/v1/lots/{lot}',
    what: 'A lot while bidding lasts: price, close, number of bids',
    note: 'prices only where the format shows them',
    parameters: [{ name: 'lot', what: 'The id of a lot', of: 'path' }],
    schema: schemas.LotNow,
  },
  {
    path: '/api/v1/lots/{lot}/prices.csv',
    what: 'Every change of the price of a lot so far, while bidding lasts',
    note: 'only where the format shows it',
    parameters: [{ name: 'lot', what: 'The id of a lot', of: 'path' }],
    csv,
  },
  {
    path: '/api/v1/questions',
    what: 'Questions and answers of all rounds, without the asker',
    parameters: [round, ...paged],
    schema: schemas.Questions,
    csv,
  },
  {
    path: '/api/v1/announcements',
    what: 'Announcements of all rounds',
    parameters: [round, ...paged],
    schema: schemas.Announcements,
    csv,
  },
  {
    path: '/api/v1/results',
    what: 'All results',
    parameters: [round],
    schema: schemas.Results,
    csv,
  },
  {
    path: '/api/v1/results/{key}',
    what: 'One result: standing, checks of its record',
    parameters: [key],
    schema: schemas.OneResult,
  },
  {
    path: '/api/v1/results/{key}/prices',
    what: 'The price path of a decided name; of a clock its rounds, with who left in each',
    parameters: [key],
    schema: schemas.Prices,
    csv,
  },
  {
    path: '/api/v1/results/{key}/bids',
    what: 'Every bid on a decided name in the order received, and what became of it',
    note: 'bidders are paddles',
    parameters: [key],
    schema: schemas.LotBids,
    csv,
  },
  {
    path: '/api/v1/results/{key}/events',
    what: 'The whole record of the auction: bids, deposits, plan scores, all that a replay needs',
    note: 'bidders are paddles',
    parameters: [key],
    schema: schemas.Events,
  },
  {
    path: '/api/v1/results/{key}/transcript',
    what: 'The transcript of the round: a signed part of the log with every entry of the round, to verify without us',
    note: 'drop it on /verify',
    parameters: [key],
    schema: schemas.Transcript,
  },
  {
    path: '/api/v1/bids',
    what: 'Every bid on every decided name',
    note: 'bidders are paddles',
    parameters: paged,
    schema: schemas.Bids,
    csv,
  },
  {
    path: '/api/v1/awards',
    what: 'Every award: to whom, at what price, and how far it has come',
    parameters: [round, ...paged],
    schema: schemas.Awards,
    csv,
  },
  {
    path: '/api/v1/cases',
    what: 'Reports of confusing use by name: how many are open, and what was found',
    schema: schemas.Cases,
    csv,
  },
  {
    path: '/api/v1/proceeds',
    what: 'What final rounds came to, by phase and by year, and its parts',
    note: 'as CSV one row per part',
    schema: schemas.Proceeds,
    csv,
  },
  {
    path: '/api/v1/ocds',
    what: 'Rounds and results as Open Contracting Data, version 1.1: one release per lot',
    parameters: [round],
    schema: schemas.ReleasePackage,
  },
  {
    path: '/api/v1/transcript',
    what: 'The latest signed checkpoint of the log, with the lines of witnesses',
    parameters: [{ name: 'size', what: 'The one over exactly so many entries' }],
    schema: schemas.LatestCheckpoint,
  },
  {
    path: '/api/v1/transcript/leaves',
    what: 'Hashes of the entries of the log, at most 1,000 at a time',
    parameters: [
      { name: 'from', what: 'The first; 0 unless said' },
      { name: 'to', what: 'Up to before this one' },
    ],
    schema: schemas.Leaves,
  },
  {
    path: '/api/v1/transcript/inclusion',
    what: 'Proof that an entry has its place in the log',
    parameters: [
      { name: 'index', what: 'The entry, from 0' },
      { name: 'size', what: 'Of the tree; the latest unless said' },
    ],
    schema: schemas.Inclusion,
  },
  {
    path: '/api/v1/transcript/consistency',
    what: 'Proof that an earlier log begins a later one: what a witness asks for',
    parameters: [
      { name: 'from', what: 'Entries of the earlier one; 1 unless said' },
      { name: 'to', what: 'Of the later one; the latest unless said' },
    ],
    schema: schemas.Consistency,
  },
  {
    path: '/api/v1/keys',
    what: 'The public keys that check receipts of bids, the log, and its witnesses',
    schema: schemas.Keys,
  },
]
