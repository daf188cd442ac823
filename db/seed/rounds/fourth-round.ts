import { attachFile } from '@/domain/applications/attach-file'
import { receiveFile } from '@/domain/files/receive-file'
import { saveDraft } from '@/domain/plans/save-draft'
import { answerQuestion } from '@/domain/questions/answer-question'
import { askQuestion } from '@/domain/questions/ask-question'
import { demoRegistrar } from '../demo-people'
import { pdfOf } from '../pdf'
import { bicycles } from '../plans/bicycles'
import { books } from '../plans/books'
import { cities } from '../plans/cities'
import { library } from '../plans/library'
import { lighthouse } from '../plans/lighthouse'
import { maps } from '../plans/maps'
import { rivers } from '../plans/rivers'
import { applyFor, askRegistrar, type Entry, startWriting, write } from '../stages/apply-for'
import { advance } from '../stages/hold-auction'
import { type OpenedRound, openRound } from '../stages/open-round'
import { day, done, type Story, type World } from '../world'

const entries: readonly Entry[] = [
  { organisation: 'cities', label: '9v', plan: cities, registrar: 2 },
  { organisation: 'maps', label: 'q7', plan: maps, registrar: 269 },
  { organisation: 'bicycles', label: 'e8', plan: bicycles, registrar: 1647 },
  { organisation: 'books', label: '3n', plan: books, registrar: 146 },
  { organisation: 'lighthouse', label: 'y4', plan: lighthouse, registrar: 52 },
]

/** Round 4: takes applications. Five are in; Ada is half way through hers, and a registrar has not answered two. */
export async function* holdFourthRound(world: World, phaseId: string): Story {
  const on = (days: number, time: string) => day(world.clock.now, days, time)
  const round = yield* openRound(world, phaseId, {
    name: 'Six for the new year',
    summary: 'Six names with a digit. Questions are answered for everyone until they close.',
    draftedAt: on(-23, '13:30'),
    approvedAt: on(-22, '10:15'),
    timetable: {
      applicationsOpenAt: on(-19, '10:00'),
      questionsCloseAt: on(6, '17:00'),
      applicationsCloseAt: on(12, '17:00'),
      reviewDueAt: on(33, '17:00'),
      reviewResultsAt: on(37, '12:00'),
      depositDueAt: on(44, '17:00'),
      biddingOpensAt: on(51, '10:00'),
      biddingClosesAt: on(51, '16:00'),
      resultsAt: on(54, '12:00'),
      paymentDueAt: on(82, '17:00'),
    },
    labels: ['q7', '9v', 'e8', '3n', 'y4', 'h2'],
  })
  yield round.timetable.applicationsOpenAt
  await advance(round)
  for (const [index, entry] of entries.entries()) {
    yield on(-16 + 2 * index, '14:10')
    await applyFor(world, round, entry)
    if (index === 0) await answerFirstQuestion(world, round)
    if (index === 3) await answerSecondQuestion(world, round)
  }
  yield on(-4, '16:20')
  await writeHalf(world, round)
  yield on(-2, '10:30')
  const waiting: Entry = {
    organisation: 'library',
    label: 'h2',
    plan: library,
    registrar: demoRegistrar.ianaId,
  }
  const started = await startWriting(world, round, waiting)
  await write(world, round, waiting, started, 'purpose')
  await askRegistrar(started, waiting.registrar)
  yield on(-1, '12:05')
  await ask(
    world,
    round,
    'lighthouse',
    'Some of our stations can be reached by boat in summer only. May a milestone name a season instead of a day?',
  )
}

/** Ada's application for q7: some sections done, one begun, a drawing attached, the registrar asked. */
async function writeHalf(world: World, round: OpenedRound): Promise<void> {
  const entry: Entry = { organisation: 'rivers', label: 'q7', plan: rivers, registrar: demoRegistrar.ianaId }
  const started = await startWriting(world, round, entry)
  for (const section of ['eligibility', 'conflict', 'organisation', 'owners', 'purpose'] as const)
    await write(world, round, entry, started, section)
  const content = { brand: rivers.brand, creativity: '' }
  const applicationId = started.id
  await done(
    saveDraft(started.owner, { applicationId, section: 'brand', version: 0, content, completed: false }),
  )
  const upload = {
    bytes: pdfOf(['Sample bottle, label 32 mm wide', 'q7.org in the colour of the water', 'Invented.']),
    fileName: 'bottle-label.pdf',
    declaredType: 'application/pdf',
  }
  await done(
    receiveFile(upload, (file) =>
      attachFile(started.owner, { applicationId, title: 'Drawing of the bottle label', file }),
    ),
  )
  await askRegistrar(started, entry.registrar)
}

async function answerFirstQuestion(world: World, round: OpenedRound): Promise<void> {
  const questionId = await ask(
    world,
    round,
    'cities',
    'Our eleven cities will use the name together. May one of us apply for all?',
  )
  await done(
    answerQuestion(world.dana, {
      questionId,
      publishedQuestion: 'Several public bodies will use the name together. May one of them apply for all?',
      answer:
        'Yes. The applicant is the organisation that will hold the name; it alone answers for the plan and pays. Say under “Team and capability” who does what.',
    }),
  )
}

async function answerSecondQuestion(world: World, round: OpenedRound): Promise<void> {
  const questionId = await ask(
    world,
    round,
    'books',
    'Does the budget have to be spent with outside suppliers, or do the hours of our own staff count?',
  )
  await done(
    answerQuestion(world.miro, {
      questionId,
      publishedQuestion:
        'Does the budget have to be spent with outside suppliers, or do hours of one’s own staff count?',
      answer:
        'Both count. Give the hours of your own staff a line of their own, at what they cost you, so that reviewers can see them.',
    }),
  )
}

async function ask(
  world: World,
  round: OpenedRound,
  organisation: Entry['organisation'],
  question: string,
): Promise<string> {
  const { owner } = world.organisations.get(organisation)!
  const { questionId } = await done(askQuestion(owner, { roundId: round.id, question }))
  return questionId
}
