import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { labelMoves, labels, releaseEvidence, releases } from '@/db/schema/labels'
import { approvals } from '@/db/schema/system'
import { publicLabel } from './public-label'
import { releaseLabel } from './release-label'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const stateOf = async (label: string) =>
  (await database().select().from(labels).where(eq(labels.label, label)))[0]?.state
const document = (kind: string) => ({
  kind,
  title: 'Letter of consent',
  party: 'Example Ministry (fictional)',
  dated: '2026-03-02',
})

const measures = {
  representation: 'It takes steps against implying affiliation.',
  monitoring: 'Officers look at its pages every quarter.',
  contact: 'The officers of the programme.',
  reportTo: 'https://portal.example/help/confusing-use',
}

describe('does it', () => {
  test('releases a name without a country code once a second officer approves', async () => {
    const asked = await releaseLabel(await officer(), { labels: ['Q7.ORG'], basis: 'no-country-code' })
    expect(asked).toMatchObject({ ok: true })
    expect(await stateOf('q7')).toBe('reserved')
    expect(await approve(asked, await officer())).toEqual({ ok: true, value: { labels: ['q7'] } })
    expect(await stateOf('q7')).toBe('released')
    const [release] = await database().select().from(releases).where(eq(releases.label, 'q7'))
    expect(release).toMatchObject({
      basis: 'no-country-code',
      categoryThen: null,
      cctldThen: false,
      endedAt: null,
    })
    const [move] = await database()
      .select()
      .from(labelMoves)
      .where(eq(labelMoves.label, 'q7'))
      .orderBy(desc(labelMoves.at))
    expect(move).toMatchObject({
      from: 'reserved',
      to: 'released',
      note: 'Released for allocation. No country code is involved.',
    })
  })

  test('releases many names at once, typed as their number', async () => {
    const many = Array.from({ length: 24 }, (_, index) => `${String.fromCharCode(97 + index)}4`)
    const asked = await releaseLabel(await officer(), {
      labels: [...many, 'A4'],
      basis: 'no-country-code',
    })
    if (!asked.ok) throw new Error(asked.error.code)
    const [request] = await database()
      .select()
      .from(approvals)
      .where(eq(approvals.id, asked.value.approvalId))
    expect(request).toMatchObject({ typed: '24 names', object: 'labels' })
    expect(request?.changes).toHaveLength(24)
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    expect(await Promise.all(many.map(stateOf))).toEqual(many.map(() => 'released'))
  })

  test('files both agreements of a country code, and keeps the category of the day', async () => {
    const evidence = [document('government-agreement'), document('cctld-manager-agreement')]
    const asked = await releaseLabel(await officer(), {
      labels: ['ch'],
      basis: 'government-and-cctld-manager',
      evidence,
    })
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    const [release] = await database().select().from(releases).where(eq(releases.label, 'ch'))
    expect(release).toMatchObject({ categoryThen: 'officially-assigned', cctldThen: true })
    const filed = await database()
      .select()
      .from(releaseEvidence)
      .where(eq(releaseEvidence.releaseId, release!.id))
    expect(filed.map((row) => row.kind)).toEqual(['government-agreement', 'cctld-manager-agreement'])
  })

  test('R13.1 keeps the measures that a release rests on, for everyone to read', async () => {
    const onMeasures = {
      labels: ['jx'],
      basis: 'confusion-measures',
      evidence: [document('measures-package')],
    }
    expect(await releaseLabel(await officer(), onMeasures)).toMatchObject({
      error: { code: 'label.measures-missing' },
    })
    const partly = { ...onMeasures, measures: { ...measures, contact: ' ' } }
    expect(await releaseLabel(await officer(), partly)).toMatchObject({
      error: { code: 'label.measures-missing', fields: { 'measures.contact': expect.any(String) } },
    })
    const asked = await releaseLabel(await officer(), { ...onMeasures, measures })
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    expect((await publicLabel('jx'))?.release?.measures).toEqual(measures)
  })

  test('records the check of a user-assigned code', async () => {
    const asked = await releaseLabel(await officer(), {
      labels: ['xk'],
      basis: 'iso-3166-ma',
      evidence: [document('user-assigned-check')],
    })
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    expect(await stateOf('xk')).toBe('released')
  })
})

describe('refuses the role', () => {
  test.each([
    ['an administrator', ['administrator']],
    ['an auditor', ['auditor']],
    ['a finance officer', ['finance-officer']],
    ['nobody in particular', []],
  ] as const)('%s', async (_who, roles) => {
    expect(
      await releaseLabel(await makePerson({ roles }), { labels: ['q8'], basis: 'no-country-code' }),
    ).toMatchObject({ error: { code: 'access.denied', status: 404 } })
  })

  test('the officer who asked cannot approve', async () => {
    const first = await officer()
    const asked = await releaseLabel(first, { labels: ['q8'], basis: 'no-country-code' })
    expect(await approve(asked, first)).toMatchObject({ error: { code: 'approval.own' } })
    expect(await stateOf('q8')).toBe('reserved')
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(
      await releaseLabel({ kind: 'anyone' }, { labels: ['q8'], basis: 'no-country-code' }),
    ).toMatchObject({ error: { code: 'access.signed-out' } })
  })
})

describe('refuses the moment', () => {
  test('of a name that is released already, also when it was released after the request', async () => {
    const [first, second] = [await officer(), await officer()]
    const asked = await releaseLabel(first, { labels: ['w7'], basis: 'no-country-code' })
    const again = await releaseLabel(second, { labels: ['w7'], basis: 'no-country-code', note: 'again' })
    expect(await approve(asked, second)).toMatchObject({ ok: true })
    expect(await approve(again, first)).toMatchObject({
      error: { code: 'label.wrong-state', message: 'w7.org is released, so this cannot be done now.' },
    })
  })

  test('a request is void once the category of the code has changed', async () => {
    const asked = await releaseLabel(await officer(), {
      labels: ['ts'],
      basis: 'confusion-measures',
      measures,
      evidence: [document('measures-package')],
    })
    await database().execute(
      sql`update iso_categories set category = 'officially-assigned' where code = 'ts'`,
    )
    expect(await approve(asked, await officer())).toMatchObject({ error: { code: 'approval.changed' } })
  })
})

describe('refuses bad input', () => {
  const basis = 'no-country-code'
  test.each([
    ['no name', { labels: [], basis }, 'labels'],
    ['a name too long', { labels: ['abc'], basis }, 'labels.0'],
    ['a name of other letters', { labels: ['é'], basis }, 'labels.0'],
    ['an unknown basis', { labels: ['q9'], basis: 'because' }, 'basis'],
    ['several country codes', { labels: ['un', 'eh'], basis: 'confusion-measures' }, 'labels'],
    [
      'an impossible day',
      { labels: ['q9'], basis, evidence: [{ ...document('other'), dated: '2026-02-30' }] },
      'evidence.0.dated',
    ],
    [
      'a day to come',
      { labels: ['q9'], basis, evidence: [{ ...document('other'), dated: '2999-01-01' }] },
      'evidence.0.dated',
    ],
    [
      'an unknown file',
      { labels: ['q9'], basis, evidence: [{ ...document('other'), fileId: 'fil_none' }] },
      'evidence.0.fileId',
    ],
    ['an unknown key', { labels: ['q9'], basis, also: 1 }, 'also'],
  ])('%s', async (_what, input, field) => {
    const answer = await releaseLabel(await officer(), input)
    expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid', status: 422 } })
    expect(Object.keys((!answer.ok && answer.error.fields) || {})).toEqual([field])
  })

  test('a basis that does not fit the class or the category', async () => {
    for (const [label, basis] of [
      ['q9', 'iso-3166-ma'],
      ['eu', 'iso-3166-ma'],
      ['de', 'no-country-code'],
    ])
      expect(
        await releaseLabel(await officer(), {
          labels: [label],
          basis,
          evidence: [document('maintenance-agency-consent')],
        }),
      ).toMatchObject({ error: { code: 'label.basis-not-allowed', fields: { basis: expect.any(String) } } })
  })

  test('a basis without its evidence', async () => {
    expect(
      await releaseLabel(await officer(), {
        labels: ['de'],
        basis: 'government-and-cctld-manager',
        evidence: [document('government-agreement')],
      }),
    ).toMatchObject({
      error: {
        code: 'label.evidence-missing',
        fields: { evidence: 'File the agreement of the country-code manager.' },
      },
    })
  })
})
