import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { completeDrafts, makeApplication } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeRound, timetableAround } from '@/db/factories/rounds'
import { applications, planVersions, registrars, relatedParties } from '@/db/schema/applications'
import { mailOutbox } from '@/db/schema/system'
import { contentHashOf, frozenContentOf } from '@/domain/plans/freeze-plan'
import { saveDraft } from '@/domain/plans/save-draft'
import { currentRules } from '@/domain/rules/current'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { closeApplications } from './close-applications'
import { applicationToCheck, historyOfApplication } from './queries'
import { submitApplication } from './submit-application'

afterAll(closeDatabase)

/** What the check page would send. */
async function checked(person: Person, applicationId: string) {
  const page = await applicationToCheck(person, { applicationId })
  return {
    applicationId,
    checkedHash: page?.ready?.checkedHash ?? '',
    rulesVersion: currentRules.version,
    accuracy: true,
    rules: true,
    government: false,
  }
}

async function versionsOf(applicationId: string) {
  return database()
    .select()
    .from(planVersions)
    .where(eq(planVersions.applicationId, applicationId))
    .orderBy(planVersions.number)
}

describe('application.submit', () => {
  test('freezes a version with its hash and mails the receipt', async () => {
    const { id, person, reference } = await makeApplication({ drafts: 'all' })
    expect(await submitApplication(person, await checked(person, id))).toMatchObject({
      ok: true,
      value: { reference, number: 1 },
    })
    const [version] = await versionsOf(id)
    expect(version?.contentHash).toBe(
      contentHashOf({
        content: frozenContentOf(version!),
        attachments: version!.attachments,
        organisation: version!.organisation,
        registrarIanaId: version!.registrarIanaId,
        rulesVersion: currentRules.version,
        rulesHash: currentRules.hash,
      }),
    )
    expect(version?.content.marketing?.budget).toContainEqual({
      what: 'Design and identity',
      channel: 'Brand',
      amount: '975000',
    })
    const [row] = await database().select().from(applications).where(eq(applications.id, id))
    expect(row).toMatchObject({ state: 'submitted', currentVersionId: version?.id })
    const [letter] = await database().select().from(mailOutbox).where(eq(mailOutbox.to, person.email))
    expect(letter?.text).toContain(reference)
    expect(letter?.text).toContain(version?.contentHash)
  })

  test('can be replaced until the close; the history keeps both and shows the difference', async () => {
    const { id, person, label } = await makeApplication({ drafts: 'all' })
    await submitApplication(person, await checked(person, id))
    const brand = { ...completeDrafts(label, processNow()).brand, creativity: 'One spoken sign.' }
    await saveDraft(person, { applicationId: id, section: 'brand', version: 1, content: brand })
    expect(await submitApplication(person, await checked(person, id))).toMatchObject({
      ok: true,
      value: { number: 2 },
    })
    const history = await historyOfApplication(person, { applicationId: id })
    expect(history?.versions.map(({ number }) => number)).toEqual([2, 1])
    expect(history?.versions[0]?.changes.map(({ question }) => question)).toEqual(['Creativity'])
  })

  test('freezes only what was checked', async () => {
    const { id, person, label } = await makeApplication({ drafts: 'all' })
    const input = await checked(person, id)
    const brand = { ...completeDrafts(label, processNow()).brand, creativity: 'Changed by a colleague.' }
    await saveDraft(person, { applicationId: id, section: 'brand', version: 1, content: brand })
    expect(await submitApplication(person, input)).toMatchObject({ error: { code: 'thing.changed' } })
    expect(await versionsOf(id)).toEqual([])
  })

  test('needs the declarations; that of R5.4 for two letters', async () => {
    const digit = await makeApplication({ drafts: 'all' })
    const input = await checked(digit.person, digit.id)
    expect(await submitApplication(digit.person, { ...input, accuracy: false, rules: false })).toMatchObject({
      error: {
        code: 'application.declaration-missing',
        fields: { accuracy: expect.any(String), rules: expect.any(String) },
      },
    })
    const lotId = (await makeRound({ state: 'applications', labels: ['xq'] })).lots[0]!.id
    const letters = await makeApplication({ drafts: 'all', lotId })
    const two = await checked(letters.person, letters.id)
    expect(await submitApplication(letters.person, two)).toMatchObject({
      error: { code: 'application.declaration-missing', fields: { government: expect.any(String) } },
    })
    expect(await submitApplication(letters.person, { ...two, government: true })).toMatchObject({ ok: true })
  })

  test('needs every task: sections, a confirmed and accredited registrar', async () => {
    const empty = await makeApplication()
    const unasked = await makeApplication({ drafts: 'all', sponsorship: 'requested' })
    for (const { id, person } of [empty, unasked])
      expect(await submitApplication(person, await checked(person, id))).toMatchObject({
        error: { code: 'application.incomplete' },
      })
    const lost = await makeApplication({ drafts: 'all' })
    const input = await checked(lost.person, lost.id)
    await database()
      .update(registrars)
      .set({ status: 'Terminated' })
      .where(eq(registrars.ianaId, lost.registrarIanaId))
    expect(await submitApplication(lost.person, input)).toMatchObject({
      error: { code: 'registrar.not-accredited' },
    })
  })

  test('flags related parties (R4.3)', async () => {
    const lotId = (await makeRound({ state: 'applications' })).lots[0]!.id
    const owners = { owners: { owners: [{ name: 'Zoë Q. Sample', country: 'US', share: '60 %' }] } }
    const reordered = { owners: { owners: [{ name: 'SAMPLE, Zoe Q', country: 'US', share: '40 %' }] } }
    const first = await makeApplication({ lotId, drafts: 'all', answers: owners })
    const second = await makeApplication({ lotId, drafts: 'all', answers: reordered })
    for (const { id, person } of [first, second]) await submitApplication(person, await checked(person, id))
    const flags = await database()
      .select()
      .from(relatedParties)
      .where(eq(relatedParties.roundId, first.roundId))
    expect(flags.map(({ grounds }) => grounds)).toContain('beneficial-owner')
  })

  test('refuses the role: an editor writes, an owner submits', async () => {
    const { id, person, organisation } = await makeApplication({ drafts: 'all' })
    const editor = await makePerson({ member: { organisationId: organisation.id, roles: ['editor'] } })
    expect(await submitApplication(editor, await checked(person, id))).toMatchObject({
      error: { code: 'access.denied' },
    })
  })

  test('refuses the stranger', async () => {
    const { id, person } = await makeApplication({ drafts: 'all' })
    const { person: stranger } = await makeApplicant()
    expect(await submitApplication(stranger, await checked(person, id))).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment at the closing instant; what began to arrive before it counts (R5.6)', async () => {
    const applicationsCloseAt = processNow()
    const timetable = { ...timetableAround('applications'), applicationsCloseAt }
    const round = await makeRound({ state: 'applications', timetable })
    const { id, person } = await makeApplication({ drafts: 'all', lotId: round.lots[0]!.id })
    const input = await checked(person, id)
    expect(await submitApplication(person, input, { receivedAt: applicationsCloseAt })).toMatchObject({
      error: { code: 'application.closed', status: 409 },
    })
    const receivedAt = new Date(applicationsCloseAt.getTime() - 1)
    expect(await submitApplication(person, input, { receivedAt })).toMatchObject({ ok: true })
    const [version] = await versionsOf(id)
    expect(version?.receivedAt).toEqual(receivedAt)
  })

  test('counts what began to arrive in time even if the scheduler closed the round meanwhile', async () => {
    const round = await makeRound({ state: 'review' })
    const { id, person } = await makeApplication({ drafts: 'all', lotId: round.lots[0]!.id })
    const input = await checked(person, id)
    expect(await database().transaction((tx) => closeApplications(tx, round.id))).toBe(1)
    const receivedAt = new Date(round.timetable.applicationsCloseAt.getTime() - 1)
    expect(await submitApplication(person, input, { receivedAt })).toMatchObject({ ok: true })
    expect(await submitApplication(person, input)).toMatchObject({ error: { code: 'application.closed' } })
  })
})
