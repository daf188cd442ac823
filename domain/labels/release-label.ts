import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { releaseMeasures } from '@/db/schema/cases'
import { releaseEvidence, releases } from '@/db/schema/labels'
import { type Change, files } from '@/db/schema/system'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { countryCodeFacts } from './country-code-facts'
import { lockLabels } from './lock-labels'
import { measureNames, measureWords, requireMeasures } from './measures'
import { moveLabels } from './move-labels'
import { nameLabels } from './name-labels'
import { ReleaseInput } from './release-input'
import { type CountryCodeFacts, releaseRoutes, requiredEvidence } from './release-routes'
import { basisWords, evidenceWords } from './release-words'

/**
 * Releases labels on an approved basis with the evidence filed (R2), by two people. Several at once where no country
 * code is involved. Judged by the categories of the day; if they change before the approval, the request is void.
 * Measures against confusion are part of it where it rests on them (R13.1). Refuses with `label.wrong-state`,
 * `label.basis-not-allowed`, `label.evidence-missing`, `label.measures-missing`.
 */
export const releaseLabel = operation('label.release', {
  input: ReleaseInput,
  async subject(tx, input) {
    const rows = await lockLabels(tx, input.labels)
    return rows && { rows, facts: await countryCodeFacts(tx, input.labels) }
  },
  async check({ tx, at, actor, input, subject: { rows, facts } }) {
    for (const row of rows) {
      if (row.state !== 'reserved') throw refuse('label.wrong-state', { label: row.label, state: row.state })
      requireAllowedBasis(row.label, facts.get(row.label)!, input)
    }
    measuresOf(input)
    requireDaysUntil(at, input)
    await requireFiles(tx, actor, input)
  },
  secondPerson(input, { facts }) {
    const { object, name, typed } = nameLabels(input.labels)
    return {
      object,
      summary: `Release ${name}. Basis: ${basisWords[input.basis]}.`,
      typed,
      changes: [
        ...input.labels.map((label) => ({ what: `${label}.org`, before: 'reserved', after: 'released' })),
        ...changesOf(measuresOf(input)),
      ],
      reason: input.note,
      fingerprint: [...facts],
    }
  },
  async run({ tx, at, input, subject: { facts } }) {
    const rows = input.labels.map((label) => ({
      id: newId('rel', at),
      label,
      basis: input.basis,
      categoryThen: facts.get(label)!.category,
      cctldThen: facts.get(label)!.cctld,
      note: input.note,
      releasedAt: at,
    }))
    await tx.insert(releases).values(rows)
    const filed = rows.flatMap((release) =>
      input.evidence.map((document, position) => ({
        ...document,
        id: newId('evd', at),
        releaseId: release.id,
        fileId: document.fileId ?? null,
        position,
      })),
    )
    if (filed.length > 0) await tx.insert(releaseEvidence).values(filed)
    const measures = measuresOf(input)
    if (measures)
      await tx.insert(releaseMeasures).values(rows.map(({ id }) => ({ ...measures, releaseId: id })))
    await moveLabels(tx, input.labels, {
      to: 'released',
      at,
      note: `Released for allocation. ${basisWords[input.basis]}.`,
    })
    return {
      result: { labels: input.labels },
      audit: {
        object: nameLabels(input.labels).object,
        facts: { labels: input.labels, basis: input.basis, documents: input.evidence.length },
      },
    }
  },
})

/** The package of measures of a release that rests on one; it then has to be whole. */
function measuresOf({ basis, measures }: ReleaseInput) {
  return basis === 'confusion-measures' ? requireMeasures(measures) : undefined
}

function changesOf(measures: ReturnType<typeof measuresOf>): Change[] {
  if (!measures) return []
  return measureNames.map((name) => ({
    what: measureWords[name],
    before: '',
    after: measures[name],
    group: 'Measures against confusion',
  }))
}

function requireAllowedBasis(label: string, facts: CountryCodeFacts, input: ReleaseInput): void {
  if (!releaseRoutes(facts).includes(input.basis))
    throw refuse(
      'label.basis-not-allowed',
      { label },
      { basis: `${label}.org cannot be released on this basis.` },
    )
  const filed = input.evidence.map((document) => document.kind)
  const missing = requiredEvidence(input.basis, facts.category).filter((kind) => !filed.includes(kind))
  if (missing.length === 0) return
  const wanted = missing.map((kind) => evidenceWords[kind].toLowerCase()).join(', ')
  throw refuse('label.evidence-missing', {}, { evidence: `File the ${wanted}.` })
}

/** A document that bears a day to come cannot be evidence of consent. */
function requireDaysUntil(at: Date, input: ReleaseInput): void {
  const today = at.toISOString().slice(0, 10)
  const index = input.evidence.findIndex((document) => document.dated > today)
  if (index >= 0)
    throw refuse('input.invalid', {}, { [`evidence.${index}.dated`]: 'This day is still to come.' })
}

/** Only what this officer filed: nobody's attachment becomes evidence by its id. */
async function requireFiles(tx: Tx, actor: Actor, input: ReleaseInput): Promise<void> {
  const wanted = input.evidence.flatMap((document) => document.fileId ?? [])
  if (wanted.length === 0 || actor.kind !== 'person') return
  const known = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, wanted), eq(files.uploadedBy, actor.userId)))
  const index = input.evidence.findIndex(
    ({ fileId }) => fileId !== undefined && !known.some((file) => file.id === fileId),
  )
  if (index >= 0)
    throw refuse(
      'input.invalid',
      {},
      { [`evidence.${index}.fileId`]: 'This file is not here. Upload it again.' },
    )
}
