import { desc, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { quarterFigures } from '@/db/schema/statements'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { lockStatements } from './lock-statements'
import { boundsOf } from './quarters'
import { type Figures, readFigures, readFiguresCsv } from './read-figures'

const Text = z.string().max(200, 'Use at most 200 characters.').default('')

/** One quarter by its fields, or several as CSV. */
const FiguresInput = z
  .strictObject({
    quarter: Text,
    revenue: Text,
    increments: Text,
    csv: z.string().max(50_000, 'This is longer than 50,000 characters.').default(''),
    source: Text.pipe(
      z.string().trim().max(200).min(3, 'Say where the figures come from, such as a report’s name.'),
    ),
    /** Confirms that quarters recorded before are to change. */
    replace: z.boolean().default(false),
  })
  .transform(({ csv, source, replace, ...typed }, context) => {
    const read = csv.trim() === '' ? readFigures(typed) : readFiguresCsv(csv)
    const refuseField = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (typeof read === 'string') refuseField('csv', read)
    else if (!Array.isArray(read)) return { rows: [read], source, replace }
    else if (csv.trim() !== '') return { rows: read as Figures[], source, replace }
    else
      for (const problem of read as { field: string; message: string }[])
        refuseField(problem.field, problem.message)
    return z.NEVER
  })

/**
 * Records what ordinary names brought in quarters, by two people (R14.1, R16.3). Quarters recorded before change only
 * when that is confirmed, seeing how; equal ones are left. Refuses: statement.quarter-not-over, statement.nothing-new,
 * statement.differs.
 */
export const recordFigures = operation('statement.record-figures', {
  input: FiguresInput,
  async subject(tx, { rows }) {
    await lockStatements(tx)
    const known = await latestOf(
      tx,
      rows.map(({ quarter }) => quarter),
    )
    const differing = rows.filter((row) => !isSame(row, known.get(row.quarter)))
    return { known, differing }
  },
  check({ at, input, subject: { known, differing } }) {
    const today = at.toISOString().slice(0, 10)
    const early = input.rows.find(({ quarter }) => boundsOf(quarter).to > today)
    if (early) throw refuse('statement.quarter-not-over', { quarter: early.quarter })
    if (differing.length === 0) throw refuse('statement.nothing-new')
    const replaced = differing.filter(({ quarter }) => known.has(quarter))
    if (replaced.length === 0 || input.replace) return
    const change = ({ quarter, ...row }: Figures) =>
      `${quarter}: ${words(known.get(quarter)!)} becomes ${words(row)}.`
    throw refuse('statement.differs', {}, { replace: replaced.slice(0, 8).map(change).join(' ') })
  },
  secondPerson(input, { known, differing }) {
    const [first] = differing
    const one = differing.length === 1 && first ? first.quarter : undefined
    return {
      object: one ? `quarter:${one}` : 'quarters',
      summary: `Record the ordinary revenue and increments of ${one ?? `${differing.length} quarters`}`,
      typed: one ?? `${differing.length} quarters`,
      reason: `Source: ${input.source}`,
      changes: differing.map((row) => {
        const before = known.get(row.quarter)
        return { what: row.quarter, before: before ? words(before) : '', after: words(row) }
      }),
      fingerprint: [...known.values()].map(({ id }) => id),
    }
  },
  async run({ tx, actor, at, input, subject: { differing } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await tx.insert(quarterFigures).values(
      differing.map((row) => ({
        ...row,
        id: newId('fig', at),
        source: input.source,
        recordedBy: actor.userId,
        recordedAt: at,
      })),
    )
    const quarters = differing.map(({ quarter }) => quarter)
    return {
      result: { quarters },
      audit: { object: quarters.length === 1 ? `quarter:${quarters[0]}` : 'quarters', facts: { quarters } },
    }
  },
})

type Row = typeof quarterFigures.$inferSelect

async function latestOf(tx: Tx, quarters: string[]): Promise<Map<string, Row>> {
  const rows = await tx
    .selectDistinctOn([quarterFigures.quarter])
    .from(quarterFigures)
    .where(inArray(quarterFigures.quarter, quarters))
    .orderBy(quarterFigures.quarter, desc(quarterFigures.recordedAt), desc(quarterFigures.id))
  return new Map(rows.map((row) => [row.quarter, row]))
}

function isSame(row: Figures, known: Row | undefined): boolean {
  return known?.revenueMinor === row.revenueMinor && known.increments === row.increments
}

function words({ revenueMinor, increments }: Pick<Figures, 'revenueMinor' | 'increments'>): string {
  return `${formatMoney(revenueMinor)} on ${increments.toLocaleString('en')} increments`
}
