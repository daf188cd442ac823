import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { statements } from '@/db/schema/statements'
import { refuse } from '@/lib/errors'
import { hashOf } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { composeStatement } from './compose-statement'
import { lockStatements } from './lock-statements'
import { QUARTER } from './quarters'

/**
 * Freezes the statement of a quarter with its hash, by two people (R14.1). Once figures changed it can be frozen again,
 * as another version. Refuses: thing.not-found, statement.no-increments, statement.frozen.
 */
export const freezeStatement = operation('statement.freeze', {
  input: z.strictObject({ quarter: z.string().regex(QUARTER, 'Write the quarter as 2013Q2.') }),
  async subject(tx, { quarter }) {
    await lockStatements(tx)
    const content = await composeStatement(tx, quarter)
    if (!content) return undefined
    const [last] = await tx
      .select()
      .from(statements)
      .where(eq(statements.quarter, quarter))
      .orderBy(desc(statements.version))
      .limit(1)
    return { content, hash: hashOf(content), last }
  },
  check({ input, subject: { content, hash, last } }) {
    if (content.ordinary.increments === '0') throw refuse('statement.no-increments')
    if (last?.contentHash === hash) throw refuse('statement.frozen', { quarter: input.quarter })
  },
  secondPerson({ quarter }, { content, hash, last }) {
    return {
      object: `quarter:${quarter}`,
      summary: `Freeze the statement of ${quarter} under 7.2(a), version ${(last?.version ?? 0) + 1}`,
      typed: quarter,
      reason: `SHA-256 ${hash}`,
      changes: [
        change('Ordinary revenue', formatMoney(BigInt(content.ordinary.revenueMinor))),
        change('Programme revenue', formatMoney(BigInt(content.programme.revenueMinor))),
        change('Annual increments', content.ordinary.increments),
        ...content.tables.map(({ id, fee, verified }) =>
          change(
            `Fee, table ${id}${verified ? '' : ' (unverified)'}`,
            fee ? formatMoney(BigInt(fee.feeMinor)) : '',
          ),
        ),
      ],
      fingerprint: hash,
    }
  },
  async run({ tx, actor, approver, at, input: { quarter }, subject: { content, hash, last } }) {
    if (actor.kind !== 'person' || !approver) throw refuse('access.denied')
    const version = (last?.version ?? 0) + 1
    await tx.insert(statements).values({
      id: newId('stm', at),
      quarter,
      version,
      content,
      contentHash: hash,
      frozenBy: actor.userId,
      approvedBy: approver.userId,
      frozenAt: at,
    })
    return { result: { quarter, version }, audit: { object: `quarter:${quarter}`, facts: { version, hash } } }
  },
})

const change = (what: string, after: string) => ({ what, before: '', after })
