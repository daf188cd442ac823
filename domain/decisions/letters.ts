import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { type DecisionOutcome, decisions } from '@/db/schema/reviews'
import { lots } from '@/db/schema/rounds'
import { ownersOf } from '@/domain/applications/letters'
import { readPanel } from '@/domain/reviews/read-panel'
import { formatWeight } from '@/domain/reviews/rules'
import type { Round } from '@/domain/rounds/lock-round'
import { roundName } from '@/domain/rounds/round-name'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'
import { type Explained, explainDecision } from './explain-decision'
import { outcomeWords } from './rules'

/** The letters of a release: to every owner of each applicant, with each criterion's score and reasons (R6.7). */
export async function decisionLetters(tx: Tx, round: Round): Promise<Letter[]> {
  const rows = await tx
    .select({ application: applications, label: lots.label, decision: decisions })
    .from(decisions)
    .innerJoin(applications, eq(applications.id, decisions.applicationId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .where(and(eq(decisions.roundId, round.id), eq(applications.state, 'submitted')))
    .orderBy(asc(applications.id))
  const panels = await readPanel(
    tx,
    round.settings,
    rows.map(({ application }) => application.id),
  )
  const letters: Letter[] = []
  for (const { application, label, decision } of rows)
    for (const owner of await ownersOf(tx, application.organisationId))
      letters.push({
        to: owner.email,
        subject: `${outcomeWords[decision.outcome]}: your application for ${label}.org, ${application.reference}`,
        template: 'decision',
        effect: `decision:${application.id}:${owner.email}`,
        text: [
          `Dear ${owner.name},`,
          `The panel has decided on your application for ${label}.org in ${roundName(round)}: ${outcomeWords[decision.outcome].toLowerCase()}.`,
          decision.reason,
          ...scoreParagraphs(explainDecision(round.settings, decision, panels.get(application.id)!)),
          whatNext(round, decision.outcome),
          `${env.PORTAL_URL}/portal/applications/${application.id}`,
        ].join('\n\n'),
      })
  return letters
}

function scoreParagraphs({ score, passLine, criteria }: Explained): string[] {
  if (criteria.length === 0) return []
  return [
    `Score of the plan: ${score === null ? 'no score' : `${score} of 100`}. ${passLine}`,
    ...criteria.map(({ name, weightBp, value, reasons, discussion }) =>
      [
        `${name} (${formatWeight(weightBp)}): ${value}`,
        ...reasons.flatMap((each) => [
          `- ${each.value}: ${each.reason}`,
          ...each.passages.map((passage) => `  Your plan: “${passage}”`),
        ]),
        ...(discussion ? [`After discussion. ${discussion.came}: ${discussion.reason}`] : []),
      ].join('\n'),
    ),
  ]
}

function whatNext(round: Round, outcome: DecisionOutcome): string {
  if (outcome === 'qualified')
    return `You may bid for the name. Deposits are due ${formatInstant(round.depositDueAt, round.zone)}; bidding opens ${formatInstant(round.biddingOpensAt, round.zone)}.`
  return 'You may ask once for a reconsideration, within 10 days of this letter, on the page of your application. Two people who did not decide before will decide.'
}
