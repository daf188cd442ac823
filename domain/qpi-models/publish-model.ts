import { desc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type ModelContent, qpiModels, qpiPromotions } from '@/db/schema/qpi'
import { wordsOfKpi } from '@/domain/qpi/kpi-words'
import { Content, Month } from '@/domain/qpi/model'
import { refuse } from '@/lib/errors'
import { hashOf } from '@/lib/hash'
import { operation } from '@/lib/operation'

/**
 * Publishes a version of the model by two people (R15.2, R16.3). Versions are never changed; each scores from a month on
 * that no earlier one began with or after, and that no promotion was published for. Refuses: qpi-model.known,
 * qpi-model.earlier-month, qpi-model.promised, qpi-model.same.
 */
export const publishModel = operation('qpi-model.publish', {
  input: z.strictObject({
    version: z
      .string()
      .trim()
      .regex(
        /^[a-z0-9][a-z0-9.-]{1,29}$/,
        'Name it in lower-case letters, digits, dots and hyphens, such as 2026-1.',
      ),
    validFrom: Month,
    /** Whether its figures still stand in for PIR’s own. */
    placeholder: z.boolean(),
    reason: z.string().trim().min(10, 'Say in a sentence why.').max(500, 'Use at most 500 characters.'),
    content: Content,
  }),
  async subject(tx) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('qpi-models', 0))`)
    const known = await tx.select().from(qpiModels).orderBy(desc(qpiModels.validFrom))
    const [promised] = await tx
      .select({ period: qpiPromotions.period })
      .from(qpiPromotions)
      .orderBy(desc(qpiPromotions.period))
      .limit(1)
    const versions = known.map(({ version }) => version)
    return known[0] && { last: known[0], versions, promised: promised?.period }
  },
  check({ input, subject: { last, versions, promised } }) {
    if (versions.includes(input.version)) throw refuse('qpi-model.known', { version: input.version })
    if (input.validFrom <= last.validFrom)
      throw refuse('qpi-model.earlier-month', {}, { validFrom: `Enter a month after ${last.validFrom}.` })
    if (promised && input.validFrom <= promised)
      throw refuse(
        'qpi-model.promised',
        { month: promised },
        { validFrom: `Enter a month after ${promised}.` },
      )
    if (hashOf(input.content) === last.contentHash && input.placeholder === last.placeholder)
      throw refuse('qpi-model.same', { version: last.version })
  },
  secondPerson({ version, validFrom, placeholder, reason, content }, { last }) {
    return {
      object: `qpi-model:${version}`,
      summary: `Score registrars by the model ${version} from ${validFrom} on${placeholder ? ', marked as a placeholder' : ''}`,
      typed: version,
      reason,
      changes: changesOf(last.content, content),
      fingerprint: last.version,
    }
  },
  async run({ tx, actor, approver, at, input }) {
    if (actor.kind !== 'person' || !approver) throw refuse('access.denied')
    const contentHash = hashOf(input.content)
    await tx.insert(qpiModels).values({
      ...input,
      ...{ contentHash, publishedBy: actor.userId, approvedBy: approver.userId, publishedAt: at },
    })
    const { version, validFrom, placeholder } = input
    return {
      result: { version },
      audit: { object: `qpi-model:${version}`, facts: { validFrom, placeholder, contentHash } },
    }
  },
})

/** What differs between two versions, in words. */
export function changesOf(before: ModelContent, after: ModelContent) {
  const [old, now] = [linesOf(before), linesOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((what) => ({ what, before: old.get(what) ?? '', after: now.get(what) ?? '' }))
    .filter((change) => change.before !== change.after)
}

function linesOf({ kpis, gate, minimumDomains, feeds, definitions }: ModelContent): Map<string, string> {
  const words = (id: string) => wordsOfKpi(id)?.name ?? id
  return new Map([
    ...kpis.map(
      ({ id, weightBp, floor, target }) =>
        [words(id), `weight ${weightBp / 100} %, floor ${floor}, target ${target}`] as const,
    ),
    ['Abuse gate', `at most ${gate.maxPer10k} in 10,000`],
    ['Least portfolio', `${minimumDomains} names`],
    ['Abuse listings', feeds.join(', ')],
    ['Renewal', definitions.renewal],
    ['Term', definitions.term],
    ['Without abuse', definitions.noAbuse],
  ])
}
