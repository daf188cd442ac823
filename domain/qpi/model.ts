import { z } from 'zod'
import type { ModelContent } from '@/db/schema/qpi'
import { ABUSE, type KpiId, kpiIds } from './kpi-words'
import type { QpiModel } from './score'

/** A month, `2026-08`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Write the month as 2026-08.')

const Kpi = z
  .strictObject({
    id: z.enum(kpiIds as [KpiId, ...KpiId[]]),
    weightBp: z.int('Enter the weight in basis points.').min(0).max(10_000),
    floor: z.number('Enter a number.').min(0).max(10_000),
    target: z.number('Enter a number.').min(0).max(10_000),
  })
  .refine(({ floor, target }) => floor !== target, {
    message: 'Floor and target must differ.',
    path: ['target'],
  })

/** What a version of the model may say (R15.2). */
export const Content = z.strictObject({
  minimumDomains: z.int('Enter a whole number.').min(1, 'Enter 1 or more.').max(10_000_000),
  gate: z.strictObject({
    kpi: z.literal(ABUSE),
    maxPer10k: z.number('Enter a number.').min(0).max(10_000),
  }),
  kpis: z
    .array(Kpi)
    .min(1, 'Weigh at least one KPI.')
    .refine((kpis) => kpis.reduce((sum, { weightBp }) => sum + weightBp, 0) === 10_000, {
      message: 'The weights must be 10,000 basis points together.',
    })
    .refine((kpis) => new Set(kpis.map(({ id }) => id)).size === kpis.length, {
      message: 'Name each KPI once.',
    }),
  feeds: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9][a-z0-9.-]{0,39}$/, 'Name a feed by letters, digits, dots and hyphens.'),
    )
    .min(1, 'Name at least one abuse listing.')
    .max(10),
  definitions: z.strictObject({
    renewal: z.enum(['cohorts', 'from-transactions']),
    term: z.enum(['new-names', 'new-and-renewed']),
    noAbuse: z.enum(['at-target', 'missing']),
  }),
}) satisfies z.ZodType<ModelContent>

/** What scoring needs of it: the model of the command line’s `qpi score`. */
export function scoringModel(version: string, { minimumDomains, gate, kpis }: ModelContent): QpiModel {
  return { version, minimumDomains, gate, kpis }
}
