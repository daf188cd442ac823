import type { Criterion, RoundSettings } from '@/db/schema/rounds'
import type { CalibrationPlan } from './calibration-plan'
import { nightBuses } from './night-buses'
import { tideTables } from './tide-tables'

const all: readonly CalibrationPlan[] = [tideTables, nightBuses]

/**
 * The plans that each reviewer of a round judges before their first real one, in this order. Those without a model score
 * on any criterion of the round are left out: there is nothing to compare.
 */
export function calibrationPlansOf(
  settings: Pick<RoundSettings, 'calibration' | 'rubric'>,
): CalibrationPlan[] {
  const wanted = Number(settings.calibration ?? 0)
  return all.slice(0, wanted).filter((plan) => criteriaWithModel(settings, plan).length > 0)
}

/** The criteria of a round that a calibration plan has a model score for. */
export function criteriaWithModel(
  { rubric }: Pick<RoundSettings, 'rubric'>,
  { model }: Pick<CalibrationPlan, 'model'>,
): Criterion[] {
  return rubric.filter(({ id }) => id in model)
}
