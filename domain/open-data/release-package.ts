import { database, type Reader } from '@/db/client'
import { publicBids } from '@/domain/results/public-bids'
import { publicResults } from '@/domain/results/public-queries'
import { publicRounds } from '@/domain/rounds/public-queries'
import { describeRelease } from './describe-release'
import { awards as listed } from './list-awards'

const BIDS =
  'https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json'
/** More than the 1,332 names can have at once. */
const ALL = 10_000

/**
 * Every lot of every announced round, or of one, as a release package of the Open Contracting Data Standard 1.1. `stamp`
 * tells whether anything changed; `text` is JSON in pieces: the bids of one lot at a time are in memory.
 */
export async function releasePackage(origin: string, round?: string, db: Reader = database()) {
  const [rounds, results, awards] = await Promise.all([
    publicRounds(db),
    publicResults(db),
    listed.page(db, '', ALL, {}),
  ])
  const byLot = Map.groupBy(awards, ({ row }) => row.lot)
  const finals = new Map(results.map((result) => [result.lotId, result]))
  const lots = rounds
    .filter(({ slug }) => round === undefined || slug === round)
    .flatMap((each) =>
      each.lots.map((lot) => {
        const own = (byLot.get(lot.lotId) ?? []).map(({ row }) => row)
        const date = latest([each.stateSince, ...own.map(({ stateSince }) => stateSince)])
        return { round: each, lot, result: finals.get(lot.lotId), awards: own, date }
      }),
    )
  const head = {
    uri: `${origin}/api/v1/ocds${round === undefined ? '' : `?round=${round}`}`,
    version: '1.1',
    extensions: [BIDS],
    publisher: { name: 'Public Interest Registry', uri: origin },
    publicationPolicy: `${origin}/data`,
    publishedDate: latest([new Date(0), ...lots.map(({ date }) => date)]),
  }
  async function* text(): AsyncGenerator<string> {
    yield `${JSON.stringify(head).slice(0, -1)},"releases":[`
    for (const [index, of] of lots.entries()) {
      const bids = of.result ? ((await publicBids(of.lot.lotId, db))?.bids ?? []) : []
      yield `${index > 0 ? ',' : ''}${JSON.stringify(describeRelease({ ...of, bids }))}`
    }
    yield ']}'
  }
  return { stamp: [head, lots.map(({ lot, date, result }) => [lot.lotId, date, result !== undefined])], text }
}

function latest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())))
}
