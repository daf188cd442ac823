import { and, eq, like } from 'drizzle-orm'
import { database } from '@/db/client'
import { applications, planDrafts } from '@/db/schema/applications'
import { rounds } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { nameRegistrar } from '@/domain/applications/name-registrar'
import { startApplication } from '@/domain/applications/start-application'
import { submitApplication } from '@/domain/applications/submit-application'
import { readSubmittable } from '@/domain/plans/read-submittable'
import { saveDraft } from '@/domain/plans/save-draft'
import { type SectionId, sectionIds } from '@/domain/plans/sections'
import { currentRules } from '@/domain/rules/current'
import { answerSponsorship } from '@/domain/sponsorships/answer-sponsorship'
import { requestSponsorship } from '@/domain/sponsorships/request-sponsorship'
import { anyone, type Person } from '@/lib/access/actor'
import type { DemoOrganisation } from '../demo-people'
import { answersOf, type SeedPlan } from '../plans/seed-plan'
import { done, type World } from '../world'
import type { OpenedRound } from './open-round'

export type Entry = { organisation: DemoOrganisation; label: string; plan: SeedPlan; registrar: number }
export type Started = { id: string; reference: string; owner: Person }
export type Submitted = Entry & Started

/** Several at once: nobody waits for another. */
export function applyAll(world: World, round: OpenedRound, entries: readonly Entry[]): Promise<Submitted[]> {
  return Promise.all(entries.map((entry) => applyFor(world, round, entry)))
}

/** An organisation applies for a lot: the whole way from the first page to the receipt. */
export async function applyFor(world: World, round: OpenedRound, entry: Entry): Promise<Submitted> {
  const started = await startWriting(world, round, entry)
  await writeAll(world, round, entry, started)
  await askRegistrar(started, entry.registrar)
  await answerAsRegistrar(started)
  await submit(started)
  return { ...entry, ...started }
}

export async function startWriting(world: World, round: OpenedRound, entry: Entry): Promise<Started> {
  const { id: organisationId, owner } = world.organisations.get(entry.organisation)!
  const lotId = round.lots.get(entry.label)
  const { applicationId, reference } = await done(startApplication(owner, { lotId, organisationId }))
  return { id: applicationId, reference, owner }
}

/** Saves one section as the plan has it. */
export async function write(
  world: World,
  round: OpenedRound,
  entry: Entry,
  { id, owner }: Started,
  section: SectionId,
): Promise<void> {
  const content = answersTo(world, round, entry)[section]
  await done(saveDraft(owner, { applicationId: id, section, version: 0, content, completed: true }))
}

/** All sections at once, as many saves would have left them: ten times fifty of them would take longer than the story. */
async function writeAll(world: World, round: OpenedRound, entry: Entry, { id, owner }: Started) {
  const answers = answersTo(world, round, entry)
  const saved = { completed: true, version: 1, updatedBy: owner.userId, updatedAt: await world.clock.read() }
  await database()
    .insert(planDrafts)
    .values(
      sectionIds.map((section) => ({ applicationId: id, section, content: answers[section], ...saved })),
    )
}

function answersTo(world: World, round: OpenedRound, { organisation, label, plan }: Entry) {
  const { country, owner } = world.organisations.get(organisation)!
  const surname = owner.name.split(' ').at(-1)
  const people = [owner.name, `Sample Treasurer ${surname}`].map((name) => ({ name, country }))
  return answersOf(plan, label, { people, resultsAt: round.timetable.resultsAt })
}

/** Names the registrar and asks it; the letter goes to an address that cannot exist, unless the programme has one. */
export async function askRegistrar({ id, owner }: Started, registrarIanaId: number): Promise<void> {
  await done(nameRegistrar(owner, { applicationId: id, registrarIanaId }))
  const contactEmail = `sponsorship@registrar-${registrarIanaId}.example`
  await done(requestSponsorship(owner, { applicationId: id, contactEmail }))
}

/** The registrar follows the link in its letter and confirms. */
async function answerAsRegistrar({ reference }: Started): Promise<void> {
  const [letter] = await database()
    .select({ text: mailOutbox.text })
    .from(mailOutbox)
    .where(and(eq(mailOutbox.template, 'sponsorship-request'), like(mailOutbox.text, `%${reference}%`)))
  const token = /\/sponsorship\/(\S+)/.exec(letter?.text ?? '')?.[1]
  await done(answerSponsorship(anyone, { token, answer: 'confirm', name: 'Sample Account Manager' }))
}

async function submit({ id, owner }: Started): Promise<void> {
  const db = database()
  const [row] = await db
    .select({ application: applications, round: rounds })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(eq(applications.id, id))
  const ready = await readSubmittable(db, row!.application, row!.round)
  if (!ready.ok) throw new Error(`The plan lacks ${ready.missing.join(', ')}.`)
  await done(
    submitApplication(owner, {
      applicationId: id,
      checkedHash: ready.checkedHash,
      rulesVersion: currentRules.version,
      accuracy: true,
      rules: true,
      government: true,
    }),
  )
}
