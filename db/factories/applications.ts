import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import {
  type ApplicationState,
  applications,
  attachments,
  planDrafts,
  planVersions,
  registrars,
  sponsorships,
} from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { lots } from '@/db/schema/rounds'
import { files } from '@/db/schema/system'
import { makeReferenceNumber } from '@/domain/applications/reference-number'
import type { FrozenContent } from '@/domain/plans/check-section'
import { contentHashOf, freezePlan } from '@/domain/plans/freeze-plan'
import type { DraftContent } from '@/domain/plans/rules'
import { type SectionId, sectionIds } from '@/domain/plans/sections'
import { currentRules } from '@/domain/rules/current'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newStorageKey } from '@/lib/files'
import { newId } from '@/lib/ids'
import { makeApplicant } from './people'
import { makeRound } from './rounds'

/** Rows put in place directly, without the operations that would lead there: quick, and free to be in any state. */

const DAY = 86_400_000

/** Complete answers to every section, as an applicant would have typed them. Fictional. */
export function completeDrafts(label: string, resultsAt: Date): Record<SectionId, DraftContent> {
  const day = (days: number) => new Date(resultsAt.getTime() + days * DAY).toISOString().slice(0, 10)
  return {
    eligibility: { exists: 'on', entitled: 'on', lawful: 'on' },
    conflict: { connected: 'no', explain: '' },
    organisation: { confirmed: 'on' },
    owners: {
      owners: [{ name: `Sample Person ${randomBytes(4).toString('hex')}`, country: 'US', share: 'Chair' }],
    },
    purpose: {
      purpose: `Small rivers have no press office. ${label}.org will be the one address where anyone can read how clean the river next door is today.`,
      benefit: 'Towns learn of spills within hours. Success is counted in rivers with a reading each week.',
      audience: 'People who live by small rivers, their schools and the 212 groups that take samples.',
    },
    brand: {
      brand: `Two characters fit on a sample bottle. The mark is **${label}** in the colour of the water on the day.`,
      creativity:
        'A spoken address of two characters is understood the first time, on the radio and in the field.',
    },
    marketing: {
      strategy: [
        'Every monitoring group gets one short address.',
        '',
        '### Channels',
        '- Bottle labels and bridge signs with partner groups',
        '- Local radio in four languages',
        '- School kits each spring',
      ].join('\n'),
      budget: [
        { what: 'Launch campaign with partner rivers', channel: 'Events, press', amount: '18,000.00' },
        { what: 'Translations into four languages', channel: 'Web', amount: '12,500.00' },
        { what: 'Design and identity', channel: 'Brand', amount: '9,750.00' },
      ],
    },
    launch: {
      plan: 'The data platform runs today at a longer address; the short one goes in front of it.',
      milestones: [
        { milestone: `Site answers on ${label}.org`, due: day(30), proof: 'HTTP, DNSSEC, TLS' },
        { milestone: 'River data in four languages', due: day(90), proof: 'Public pages' },
        { milestone: '200 monitoring groups aboard', due: day(270), proof: 'Public list' },
      ],
    },
    team: {
      team: 'Two engineers, one hydrologist and a coordinator who have run the present service for six years.',
      resources: 'Yearly income of US$640,000 from members and two public grants.',
      quality:
        'Readings are checked by a second group before they are shown; the site is signed and monitored.',
    },
    deposit: { amount: '25,000.00' },
  }
}

/** A registrar with the status and id asked for; Accredited and the next free id from 800,000 on otherwise. */
export async function makeRegistrar(
  wanted: { ianaId?: number; status?: 'Accredited' | 'Terminated' | 'Reserved'; contactEmail?: string } = {},
): Promise<{ ianaId: number; name: string }> {
  const ianaId = wanted.ianaId ?? 800_000 + randomBytes(3).readUIntBE(0, 3)
  const name = `Sample Registrar ${ianaId} (fictional)`
  await database()
    .insert(registrars)
    .values({
      ianaId,
      name,
      status: wanted.status ?? 'Accredited',
      contactEmail: wanted.contactEmail ?? null,
    })
    .onConflictDoNothing()
  return { ianaId, name }
}

export type MadeApplication = {
  id: string
  reference: string
  roundId: string
  lotId: string
  label: string
  organisation: { id: string; legalName: string }
  /** Owner, editor and bidder of the organisation. */
  person: Person
  registrarIanaId: number
}

type ApplicationWanted = {
  state?: ApplicationState
  lotId?: string
  /** Present: this organisation and person apply. */
  applicant?: { organisation: { id: string; legalName: string }; person: Person }
  /** Sections already written; `'all'` with everything completed. */
  drafts?: 'all' | 'none'
  /** Replaces answers of single sections. */
  answers?: Partial<Record<SectionId, DraftContent>>
  sponsorship?: 'confirmed' | 'requested' | 'none'
}

/** An application by a fresh applicant for a fresh lot in a round that accepts applications, unless said otherwise. */
export async function makeApplication(wanted: ApplicationWanted = {}): Promise<MadeApplication> {
  const db = database()
  const lotId = wanted.lotId ?? (await makeRound({ state: 'applications' })).lots[0]!.id
  const [lot] = await db.select().from(lots).where(eq(lots.id, lotId))
  if (!lot) throw new Error(`There is no lot ${lotId}.`)
  const { organisation, person } = wanted.applicant ?? (await makeApplicant())
  const at = processNow()
  const sponsored = wanted.sponsorship ?? 'confirmed'
  const registrar = await makeRegistrar()
  const id = newId('app', at)
  const reference = makeReferenceNumber(lot.label, at, randomBytes(3))
  await db.insert(applications).values({
    id,
    reference,
    organisationId: organisation.id,
    roundId: lot.roundId,
    lotId,
    state: wanted.state ?? 'draft',
    registrarIanaId: sponsored === 'none' ? null : registrar.ianaId,
    createdBy: person.userId,
    createdAt: at,
  })
  if (sponsored !== 'none')
    await db.insert(sponsorships).values({
      id: newId('spo', at),
      applicationId: id,
      registrarIanaId: registrar.ianaId,
      state: sponsored,
      contactEmail: 'sponsor@registrar.example',
      tokenHash: randomBytes(32).toString('hex'),
      requestedAt: at,
      expiresAt: new Date(at.getTime() + 14 * DAY),
      ...(sponsored === 'confirmed' && { answeredAt: at, answeredByName: 'Sam Sponsor (fictional)' }),
    })
  const made = { id, reference, roundId: lot.roundId, lotId, label: lot.label, organisation, person }
  if (wanted.drafts === 'all') await makeDrafts(made, wanted.answers)
  return { ...made, registrarIanaId: registrar.ianaId }
}

/** A submitted application with one frozen plan version and everything it rests on. */
export async function makeSubmittedApplication(
  wanted: Omit<ApplicationWanted, 'drafts'> & { resultsAt?: Date } = {},
): Promise<MadeApplication & { planVersionId: string; contentHash: string }> {
  const lotId = wanted.lotId ?? (await makeRound({ state: 'review' })).lots[0]!.id
  const made = await makeApplication({ state: 'submitted', ...wanted, lotId, drafts: 'all' })
  const version = await makePlanVersion(made, wanted.answers)
  return { ...made, ...version }
}

/** One more frozen version of an application's plan; it becomes the current one. */
export async function makePlanVersion(
  application: Pick<MadeApplication, 'id' | 'label' | 'organisation' | 'person' | 'registrarIanaId'>,
  answers: Partial<Record<SectionId, DraftContent>> = {},
): Promise<{ planVersionId: string; contentHash: string }> {
  const db = database()
  const at = processNow()
  const [found] = await db
    .select({
      legalName: organisations.legalName,
      country: organisations.country,
      earlier: db.$count(planVersions, eq(planVersions.applicationId, application.id)),
    })
    .from(organisations)
    .where(eq(organisations.id, application.organisation.id))
  const { earlier, ...organisation } = found!
  const submission = {
    content: frozenContent(application.label, at, answers),
    attachments: await attached(application.id),
    organisation,
    registrarIanaId: application.registrarIanaId,
    rulesVersion: currentRules.version,
    rulesHash: currentRules.hash,
  }
  const planVersionId = newId('pln', at)
  const contentHash = contentHashOf(submission)
  await db.insert(planVersions).values({
    id: planVersionId,
    applicationId: application.id,
    number: earlier + 1,
    ...submission,
    contentHash,
    submittedBy: application.person.userId,
    receivedAt: at,
    submittedAt: at,
  })
  await db
    .update(applications)
    .set({ currentVersionId: planVersionId, submittedAt: at, state: 'submitted' })
    .where(eq(applications.id, application.id))
  return { planVersionId, contentHash }
}

function frozenContent(
  label: string,
  at: Date,
  answers: Partial<Record<SectionId, DraftContent>>,
): Record<string, FrozenContent> {
  const contents = { ...completeDrafts(label, at), ...answers }
  const drafts = Object.fromEntries(
    sectionIds.map((section) => [section, { content: contents[section], completed: true }]),
  )
  const frozen = freezePlan(drafts, { resultsAt: at })
  if (!frozen.ok) throw new Error(`These sections are not complete: ${frozen.missing.join(', ')}.`)
  return {
    ...frozen.content,
    representations: { accuracy: 'on', rules: 'on', government: label.match(/\d/) ? '' : 'on' },
  }
}

async function makeDrafts(
  made: Pick<MadeApplication, 'id' | 'label' | 'person'>,
  answers: Partial<Record<SectionId, DraftContent>> = {},
): Promise<void> {
  // Far enough ahead for any timetable of the factories.
  const contents = { ...completeDrafts(made.label, new Date(processNow().getTime() + 100 * DAY)), ...answers }
  await database()
    .insert(planDrafts)
    .values(
      sectionIds.map((section) => ({
        applicationId: made.id,
        section,
        content: contents[section],
        completed: true,
        version: 1,
        updatedBy: made.person.userId,
        updatedAt: processNow(),
      })),
    )
}

/** A row for an attached file; its bytes are not stored. */
export async function makeAttachment(
  application: Pick<MadeApplication, 'id' | 'person'>,
  title = 'Sketch of the bridge sign',
): Promise<{ attachmentId: string; fileId: string }> {
  const db = database()
  const at = processNow()
  const [fileId, attachmentId] = [newId('fil', at), newId('att', at)]
  await db.insert(files).values({
    id: fileId,
    storageKey: newStorageKey(),
    sha256: randomBytes(32).toString('hex'),
    size: 1024,
    mediaType: 'application/pdf',
    fileName: 'sketch.pdf',
    uploadedBy: application.person.userId,
  })
  await db
    .insert(attachments)
    .values({ id: attachmentId, applicationId: application.id, fileId, title, addedAt: at })
  return { attachmentId, fileId }
}

async function attached(applicationId: string) {
  return database()
    .select({ fileId: attachments.fileId, title: attachments.title, sha256: files.sha256 })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .where(eq(attachments.applicationId, applicationId))
}
