import type { FrozenContent } from '@/domain/plans/check-section'
import { type PlanReading, readPlan } from '@/domain/plans/read-plan'
import { planSections } from '@/domain/plans/sections'

/** An invented plan with what the programme would give it. Who judges it changes nothing: it enters no score. */
export type CalibrationPlan = {
  /** Kept with the answers: another text gets another id. */
  id: string
  name: string
  reading: PlanReading
  /** By criterion: the value and why. Criteria that a round adds have no model. */
  model: Readonly<Record<string, { value: number; reason: string }>>
}

/** Answers to the sections of a plan, as reviewers read any plan. */
export function readingOf(content: Record<string, Record<string, FrozenContent[string]>>): PlanReading {
  return readPlan(content, planSections)
}
