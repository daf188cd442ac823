import { database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { userByEmail } from '@/domain/users/read-user'
import { type Person, personById } from '@/lib/access/actor'
import type { Answer, Waiting } from '@/lib/door/definition'
import { resolveLocal } from '@/lib/time/resolve-local'
import { addHours, toLocal } from '@/lib/time/to-local'
import { backgroundPeople, type DemoOrganisation, demoOrganisations, demoPeople } from './demo-people'
import type { SeedClock } from './seed-clock'

/** The zone in which the programme's officers live. */
export const ZONE = 'America/New_York'

/** Those who act in the story, as the operations know them. */
export type World = {
  clock: SeedClock
  dana: Person
  miro: Person
  noor: Person
  chen: Person
  fiona: Person
  reviewers: readonly Person[]
  custodians: readonly Person[]
  organisations: ReadonlyMap<DemoOrganisation, DemoApplicant>
}

export type DemoApplicant = { id: string; country: string; owner: Person }

/** Finds them again in the database by their addresses. */
export async function readWorld(clock: SeedClock): Promise<World> {
  const organisations = new Map<DemoOrganisation, DemoApplicant>()
  for (const { key, country } of demoOrganisations) {
    const owner = [...demoPeople, ...backgroundPeople].find(({ member }) => member?.organisation === key)
    const person = await readPerson(owner!.email)
    organisations.set(key, { id: person.memberships[0]!.organisationId, country, owner: person })
  }
  const reviewers = demoPeople.filter(({ roles }) => roles?.includes('reviewer'))
  return {
    clock,
    dana: await readPerson('dana@programme.example'),
    miro: await readPerson('miro@programme.example'),
    noor: await readPerson('noor@programme.example'),
    chen: await readPerson('chen@programme.example'),
    fiona: await readPerson('fiona@programme.example'),
    reviewers: await Promise.all(reviewers.map(({ email }) => readPerson(email))),
    custodians: await Promise.all(
      [...demoPeople, ...backgroundPeople]
        .filter(({ roles }) => roles?.includes('custodian'))
        .map(({ email }) => readPerson(email)),
    ),
    organisations,
  }
}

/** A demo person as an actor signed in with two factors. */
export async function readPerson(email: string): Promise<Person> {
  const user = await userByEmail(database(), email)
  const person = user && (await personById(database(), user.id, 2))
  if (!person) throw new Error(`There is no demo person ${email}.`)
  return person
}

/** An instant so many days from today at a time of the officers' clock: `day(now, -20, '10:00')`. */
export function day(now: Date, days: number, time: string): Date {
  const today = `${toLocal(now, ZONE).slice(0, 10)}T${time}`
  const resolved = resolveLocal(addHours(today, 24 * days), ZONE)
  const [at] = resolved.kind === 'refused' ? [] : resolved.instants
  if (!at) throw new RangeError(`There is no ${time} on that day in ${ZONE}.`)
  return at
}

/** What an operation answered; the story ends with its sentence when it was refused. */
export async function done<R>(answer: Answer<R> | Promise<Answer<R>>): Promise<R> {
  const given = await answer
  if (given.ok) return given.value
  const { code, message, fields } = given.error
  throw new Error(`The demo world was refused ${code}: ${message} ${JSON.stringify(fields ?? {})}`)
}

/** Carries out what needs two people: one asked, another approves. */
export async function byTwo(asked: Promise<Answer<Waiting>>, second: Person): Promise<void> {
  await done(approve(await asked, second))
}

/** Something that happens over time: it says until when it waits, and goes on when that instant has come. */
export type Story<R = void> = AsyncGenerator<Date, R>

/** Tells several stories side by side in the order of their instants, by the clock of the story. */
export async function tell(clock: SeedClock, stories: readonly Story[]): Promise<void> {
  let waiting = await Promise.all(stories.map(async (story) => ({ story, next: await story.next() })))
  for (;;) {
    waiting = waiting.filter(({ next }) => !next.done)
    waiting.sort((a, b) => Number(a.next.value) - Number(b.next.value))
    const [first] = waiting
    if (!first || first.next.done) return
    await clock.moveTo(first.next.value)
    first.next = await first.story.next()
  }
}
