import { and, asc, eq } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { results } from '@/db/schema/auctions'
import { awards } from '@/db/schema/awards'
import { phases, rounds } from '@/db/schema/rounds'
import { isActive } from '@/domain/awards/lifecycle'
import { query } from '@/lib/query'
import { readShares } from './read-shares'
import { PLACEHOLDER, sharesOn, splitMinor } from './shares'

/** Of a phase or a year: names, the sum of prices, what was paid of it, and its parts in the order of `partNames`. */
export type ProceedsRow = {
  key: string
  name: string
  names: number
  awardedMinor: bigint
  receivedMinor: bigint
  partsMinor: bigint[]
}

/**
 * What final rounds came to, by phase and by year, split by the shares of the day on which the result was final (R14.3).
 * A name counts at its standing award’s price; one whose awards all ended counts no more.
 */
export async function publicProceeds(db: Reader = database()) {
  const entered = await readShares(db)
  const sold = (await readSold(db)).map((each) => {
    const shares = sharesOn(entered, each.finalAt.toISOString().slice(0, 10))
    return { ...each, shares, split: splitMinor(each.priceMinor, shares.parts) }
  })
  const isUsed = sold.some(({ shares }) => shares.isPlaceholder) || entered.length === 0
  const shares = [...(isUsed ? [PLACEHOLDER] : []), ...entered]
  const partNames = [...new Set(shares.flatMap(({ parts }) => parts.map(({ name }) => name)))]
  const rowsBy = (of: (each: (typeof sold)[number]) => { key: string; name: string }): ProceedsRow[] =>
    [...Map.groupBy(sold, (each) => of(each).key)].map(([key, group]) => ({
      key,
      name: of(group[0]!).name,
      names: group.length,
      awardedMinor: total(group.map(({ priceMinor }) => priceMinor)),
      receivedMinor: total(group.map(({ isPaid, priceMinor }) => (isPaid ? priceMinor : 0n))),
      partsMinor: partNames.map((name) =>
        total(
          group.map(
            ({ shares: { parts }, split }) => split[parts.findIndex((part) => part.name === name)] ?? 0n,
          ),
        ),
      ),
    }))
  return {
    shares,
    partNames,
    phases: rowsBy(({ phase, phaseName }) => ({
      key: `${phase}`,
      name: phaseName === `Phase ${phase}` ? phaseName : `Phase ${phase}, ${phaseName}`,
    })),
    years: rowsBy(({ finalAt }) => ({
      key: `${finalAt.getUTCFullYear()}`,
      name: `${finalAt.getUTCFullYear()}`,
    })).sort((a, b) => Number(a.key) - Number(b.key)),
  }
}

const total = (amounts: bigint[]) => amounts.reduce((sum, minor) => sum + minor, 0n)

/** Every name of a final round that is sold or awarded still. */
async function readSold(db: Reader) {
  const rows = await db
    .select({
      lotId: results.lotId,
      resultMinor: results.priceMinor,
      finalAt: results.finalAt,
      phase: phases.number,
      phaseName: phases.name,
      state: awards.state,
      awardMinor: awards.priceMinor,
    })
    .from(results)
    .innerJoin(rounds, eq(rounds.id, results.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .leftJoin(awards, eq(awards.lotId, results.lotId))
    .where(and(eq(rounds.state, 'final'), eq(rounds.practice, false)))
    .orderBy(asc(phases.number), asc(results.finalAt), asc(results.lotId), asc(awards.rank))
  return [...Map.groupBy(rows, ({ lotId }) => lotId).values()].flatMap((lot) => {
    const [first] = lot
    const standing = lot.find(({ state }) => state && isActive(state))
    const priceMinor = first?.state ? standing?.awardMinor : first?.resultMinor
    if (!first || priceMinor === undefined || priceMinor === null) return []
    const isPaid = standing?.state === 'paid' || standing?.state === 'allocated'
    return [{ phase: first.phase, phaseName: first.phaseName, finalAt: first.finalAt, priceMinor, isPaid }]
  })
}

/** The same for those who may enter shares. */
export const proceedsForFinance = query('statements.read', ({ db }) => publicProceeds(db))
