/** Fills the database with a panel at work: `fill-panel.ts <file>`; 300 plans, three of 30 reviewers each, all submitted. */
import { writeFileSync } from 'node:fs'
import { closeDatabase } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeSession } from '@/db/factories/auctions'
import { makeAssignment, makeChair, makeReviewer } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { assignmentsOfRound } from '@/domain/assignments/queries'
import { assessRound } from '@/domain/reviews/assess-round'
import { drawnShare } from '@/domain/reviews/mathematics/draw'
import { panelOfRound, panelPlan } from '@/domain/reviews/panel-queries'

const PLANS = 300
const REVIEWERS = 30
const EACH = 3

const round = await makeRound({ state: 'review', labels: PLANS })
const reviewers = await Promise.all(Array.from({ length: REVIEWERS }, (_, r) => makeReviewer(`Reader ${r}`)))
const give = (name: string) => Math.min(5, Math.floor(6 * drawnShare('bench', name)))
const applications: string[] = []
for (const [p, { id: lotId }] of round.lots.entries()) {
  const application = await makeSubmittedApplication({ lotId })
  applications.push(application.id)
  for (let n = 0; n < EACH; n++) {
    const reviewer = reviewers[(p * (1 + Math.floor(p / REVIEWERS)) + n * 7) % REVIEWERS]!
    const values = ['quality', 'creativity', 'launch'].map((each) => give(`${p} ${n} ${each}`))
    await makeAssignment(application, { reviewer, values, submitted: true })
  }
}
const chair = await makeChair()

/** The least of several, with the processor's own time: others may be at work. */
async function timed(name: string, read: () => Promise<unknown>) {
  const spent: number[] = []
  for (let n = 0; n < 7; n++) {
    const before = process.cpuUsage()
    const started = performance.now()
    if (!(await read())) throw new Error(`${name} found nothing.`)
    const milliseconds = performance.now() - started
    const { user, system } = process.cpuUsage(before)
    spent.push(milliseconds, (user + system) / 1000)
  }
  const least = (offset: 0 | 1) => Math.min(...spent.filter((_, index) => index % 2 === offset))
  console.log(`query ${name.padEnd(24)} ${least(0).toFixed(0)} ms (${least(1).toFixed(0)} of the processor)`)
}
const roundId = round.id
await timed('ladder', () => panelOfRound(chair, { roundId }))
await timed('one plan', () => panelPlan(chair, { roundId, applicationId: applications[0] }))
await timed('assignment', () => assignmentsOfRound(chair, { roundId }))
// The mathematics are timed apart: all but the first of these find the figures kept.
await timed('reliability, kept', () => assessRound(chair, { roundId }))

writeFileSync(
  process.argv[2]!,
  JSON.stringify({ roundId, applicationId: applications[0], token: await makeSession(chair) }),
)
await closeDatabase()
