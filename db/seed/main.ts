import { pathToFileURL } from 'node:url'
import { closeDatabase, database } from '@/db/client'
import { users } from '@/db/schema/people'
import { rounds } from '@/db/schema/rounds'
import { createPhase } from '@/domain/phases/create-phase'
import { publishPhase } from '@/domain/phases/publish-phase'
import { askSecondPerson } from './ask-second-person'
import { demoPeople } from './demo-people'
import { settleLabels } from './labels'
import { seedPeople } from './people'
import { recordMoney } from './record-money'
import { seedRegistrars } from './registrars'
import { reportNames } from './report-confusion'
import { holdClockRound } from './rounds/clock-round'
import { draftFifthRound } from './rounds/fifth-round'
import { holdFirstRound } from './rounds/first-round'
import { holdFourthRound } from './rounds/fourth-round'
import { holdOpenedRound } from './rounds/opened-round'
import { holdSealedRound } from './rounds/sealed-round'
import { holdSecondRound } from './rounds/second-round'
import { holdStoppedRound } from './rounds/stopped-round'
import { holdThirdRound } from './rounds/third-round'
import { scoreRegistrars } from './score-registrars'
import { startSeedClock } from './seed-clock'
import { keepPromises } from './stages/keep-promises'
import { day, done, readWorld, tell } from './world'

const DAYS_AGO = 100

/**
 * Fills a migrated, empty database with the demo world: real labels, country codes and registrars, invented people and
 * organisations, and two phases with nine rounds. Everything that happened was done by the operations themselves, as if
 * over the last hundred days, so that the log, the letters and the replays are what they would be.
 * @throws {Error} when somebody or something is in the database already
 */
export async function seed(): Promise<void> {
  const clock = await startSeedClock(DAYS_AGO * 24)
  try {
    await requireEmpty()
    const at = await clock.read()
    const contacts = new Map(
      demoPeople.flatMap(({ registrarIanaId, email }) =>
        registrarIanaId ? [[registrarIanaId, email] as const] : [],
      ),
    )
    await seedRegistrars(database(), at, contacts)
    await seedPeople(database(), at)
    const world = await readWorld(clock)
    await clock.moveTo(day(clock.now, -98, '10:00'))
    const { phaseId } = await done(
      createPhase(world.dana, {
        name: 'Phase 1',
        summary:
          'The first names of one and two characters to be allocated: mostly names with a digit, in rounds of six to eight.',
      }),
    )
    await done(publishPhase(world.dana, { phaseId }))
    await tell(clock, [
      settleLabels(world),
      holdFirstRound(world, phaseId),
      keepPromises(world),
      holdSecondRound(world, phaseId),
      holdThirdRound(world, phaseId),
      holdFourthRound(world, phaseId),
      draftFifthRound(world, phaseId),
      holdSealedRound(world),
      holdClockRound(world),
      holdOpenedRound(world),
      holdStoppedRound(world),
      reportNames(world),
    ])
    await clock.moveTo(clock.now)
    await recordMoney(world)
    await scoreRegistrars(world)
    await askSecondPerson(world.dana)
  } finally {
    await clock.end()
  }
}

async function requireEmpty(): Promise<void> {
  const [person] = await database().select({ id: users.id }).from(users).limit(1)
  const [round] = await database().select({ id: rounds.id }).from(rounds).limit(1)
  if (person || round)
    throw new Error(
      'The database is not empty, so it is not filled with the demo world. To begin anew: npm run db:reset',
    )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await seed().finally(closeDatabase)
