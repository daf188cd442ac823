import type { Field } from '@/domain/assignments/rules'
import { stateExpertise } from '@/domain/assignments/state-expertise'
import { tagPlan } from '@/domain/assignments/tag-plan'
import type { DemoOrganisation } from '../demo-people'
import { done, type World } from '../world'
import type { Submitted } from './apply-for'

/** By place in the list of reviewers. */
const known: readonly Partial<Record<Field, number>>[] = [
  { environment: 3, places: 2, technology: 1 },
  { technology: 3, education: 2, media: 1 },
  { arts: 3, media: 2, children: 1 },
  { health: 3, help: 2, rights: 2, arts: 1 },
]

const about: Partial<Record<DemoOrganisation, readonly Field[]>> = {
  clinics: ['health', 'help'],
  hardware: ['technology'],
  rivers: ['environment', 'places'],
  bicycles: ['places', 'environment'],
  choirs: ['arts'],
  seeds: ['environment', 'education'],
  library: ['media', 'education'],
  maps: ['places', 'technology'],
}

/** Reviewers say what they know, and the chair what each plan is about, so that an assignment can be computed. */
export async function sayWhatTheyKnow(world: World, submitted: readonly Submitted[]): Promise<void> {
  for (const [index, reviewer] of world.reviewers.entries())
    await done(stateExpertise(reviewer, { levels: known[index] ?? {} }))
  for (const { id, organisation } of submitted)
    await done(tagPlan(world.chen, { applicationId: id, fields: about[organisation] ?? [] }))
}
