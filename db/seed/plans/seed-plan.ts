import type { DraftContent } from '@/domain/plans/rules'
import type { SectionId } from '@/domain/plans/sections'

/** A branding plan of the demo world as an applicant would type it. `{name}` stands for the label applied for. */
export type SeedPlan = {
  purpose: string
  benefit: string
  audience: string
  brand: string
  creativity: string
  strategy: string
  budget: readonly (readonly [what: string, channel: string, dollars: string])[]
  launch: string
  /** Due so many days after the results of the round. */
  milestones: readonly (readonly [milestone: string, days: number, proof: string])[]
  team: string
  resources: string
  quality: string
  /** Intended deposit in US dollars. */
  deposit: string
  /** What three reviewers make of it, each by themselves. */
  sheets: readonly [Sheet, Sheet, Sheet]
  /** What the panel came to where scores lie two or more apart (R6.6); null: the scores stand. */
  discussion?: { criterion: Criterion; value: number | null; reason: string }
}

export type Criterion = 'quality' | 'creativity' | 'launch'
export type Sheet = Readonly<Record<Criterion, readonly [value: number, reason: string]>>

const DAY = 86_400_000

/** The answers to every section. `people` are the owners of the applicant; instants are days of the calendar in UTC. */
export function answersOf(
  plan: SeedPlan,
  label: string,
  { people, resultsAt }: { people: readonly { name: string; country: string }[]; resultsAt: Date },
): Record<SectionId, DraftContent> {
  const named = (text: string) => text.replaceAll('{name}', label)
  const due = (days: number) => new Date(resultsAt.getTime() + days * DAY).toISOString().slice(0, 10)
  return {
    eligibility: { exists: 'on', entitled: 'on', lawful: 'on' },
    conflict: { connected: 'no', explain: '' },
    organisation: { confirmed: 'on' },
    owners: { owners: people.map((person) => ({ ...person, share: 'Board' })) },
    purpose: {
      purpose: named(plan.purpose),
      benefit: named(plan.benefit),
      audience: named(plan.audience),
    },
    brand: { brand: named(plan.brand), creativity: named(plan.creativity) },
    marketing: {
      strategy: named(plan.strategy),
      budget: plan.budget.map(([what, channel, amount]) => ({ what, channel, amount })),
    },
    launch: {
      plan: named(plan.launch),
      milestones: plan.milestones.map(([milestone, days, proof]) => ({
        milestone: named(milestone),
        due: due(days),
        proof,
      })),
    },
    team: { team: named(plan.team), resources: named(plan.resources), quality: named(plan.quality) },
    deposit: { amount: plan.deposit },
  }
}
