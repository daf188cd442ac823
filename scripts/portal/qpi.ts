import { z } from 'zod'
import { readTransactions } from '@/domain/qpi/read-transactions'
import { scoreRegistrar } from '@/domain/qpi/score'
import type { Area, GivenFile } from './area'
import { InputRefused } from './input-refused'
import { joinFiles, ZoneInput } from './qpi/join-files'
import { LoadInput, loadFiles } from './qpi/load-files'
import { Name } from './reviews/name'

const Figure = z.number().nonnegative('It cannot be below zero.')
const Model = z.strictObject({
  version: z.string().min(1, 'Name the version.'),
  minimumDomains: z.int().min(0),
  gate: z.strictObject({ kpi: Name, maxPer10k: Figure }),
  kpis: z
    .array(
      z
        .strictObject({
          id: Name,
          weightBp: z.int().min(0).max(10_000),
          floor: z.number(),
          target: z.number(),
        })
        .refine(({ floor, target }) => floor !== target, 'Floor and target must differ.'),
    )
    .min(1, 'A model has at least one KPI.')
    .refine((kpis) => kpis.some(({ weightBp }) => weightBp > 0), 'The weights cannot all be 0.'),
})
const ScoreInput = z.strictObject({
  model: Model,
  registrars: z.array(
    z.strictObject({
      ianaId: z.int().min(1),
      domains: z.int().min(0),
      kpis: z.record(Name, z.strictObject({ numerator: Figure, denominator: Figure }).nullable()),
    }),
  ),
})
type ScoreInput = z.infer<typeof ScoreInput>

/** The Quality Performance Index of registrars (R15). */
export default {
  area: 'qpi',
  verbs: {
    score: {
      summary: 'Score and status of each registrar under a model; what is missing is never 0',
      input: ScoreInput,
      run: (input: ScoreInput) => {
        refuseRepeated(input)
        return { registrars: input.registrars.map((figures) => scoreRegistrar(input.model, figures)) }
      },
    },
    dnssec: {
      summary:
        'Names with a DS record by registrar, from a zone file and a file domain,iana-id, as large as they are',
      input: ZoneInput,
      run: joinFiles,
    },
    load: {
      summary: 'Read files of months into the portal, one after the other (needs the database)',
      input: LoadInput,
      run: loadFiles,
    },
    import: {
      summary: 'Rows, totals and errors of a per-registrar transactions report of ICANN',
      input: null,
      file: 'a report such as org-transactions-202608-en.csv',
      run: (_input: unknown, file?: GivenFile) => importFrom(file!),
    },
  },
} satisfies Area

function refuseRepeated({ model, registrars }: ScoreInput): void {
  const kpi = repeatedOf(model.kpis.map(({ id }) => id))
  if (kpi !== undefined)
    throw new InputRefused('model.repeated-kpi', `The KPI ${kpi} is listed twice.`, 'model.kpis')
  const ianaId = repeatedOf(registrars.map((registrar) => registrar.ianaId))
  if (ianaId !== undefined)
    throw new InputRefused('registrar.repeated', `The registrar ${ianaId} is listed twice.`, 'registrars')
}

function repeatedOf<T>(all: readonly T[]): T | undefined {
  return all.find((one, index) => all.indexOf(one) < index)
}

/** The period is what the file’s name says: nothing in the file does. */
function importFrom({ path, text }: GivenFile) {
  const report = readTransactions(text)
  if (!report) {
    const sentence = 'No line names the columns registrar-name and iana-id.'
    throw new InputRefused('report.not-transactions', sentence, path)
  }
  const file = path.split(/[\\/]/).at(-1) ?? path
  const [, tld = null, year, month] = /^([a-z0-9-]+)-transactions-(\d{4})(\d{2})\b/i.exec(file) ?? []
  const { columns, rows, totals, errors } = report
  return {
    file,
    tld,
    period: year && month ? `${year}-${month}` : null,
    columns,
    rows,
    totals: totals && { ok: totals.differences.length === 0, ...totals },
    errors,
  }
}
