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

/** Every lot of every announced round, or of one, as a release package of the Open Contracting Data Standard 1.1. */
export async function releasePackage(origin: string, round?: string, db: Reader = database()) {
  const [rounds, results, awards] = await Promise.all([
    publicRounds(db),
    publicResults(db),
    listed.page(db, '', ALL, {}),
  ])
  const releases = []
  for (const each of rounds.filter(({ slug }) => round === undefined || slug === round)) {
    for (const lot of each.lots) {
      const result = results.find(({ lotId }) => lotId === lot.lotId)
      const own = awards.map(({ row }) => row).filter((award) => award.lot === lot.lotId)
      const bids = result ? ((await publicBids(lot.lotId, db))?.bids ?? []) : []
      const date = latest([each.stateSince, ...own.map(({ stateSince }) => stateSince)])
      releases.push(describeRelease({ round: each, lot, result, awards: own, bids, date }))
    }
  }
  return {
    uri: `${origin}/api/v1/ocds${round === undefined ? '' : `?round=${round}`}`,
    version: '1.1',
    extensions: [BIDS],
    publisher: { name: 'Public Interest Registry', uri: origin },
    publicationPolicy: `${origin}/data`,
    publishedDate: latest([new Date(0), ...releases.map(({ date }) => date)]),
    releases,
  }
}

function latest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())))
}
