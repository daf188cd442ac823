import { type MeasuredPanel, measurePoints, type Panel, type PointsModel } from './measure-panel'

/** From the lowest to the highest value, in points of 100. */
export type Band = { low: number; high: number }

export type WithoutOne = {
  /** The plan score with each reviewer of the panel left out in turn, and with all. */
  raw: Band
  /** The same calibrated; null where the panel cannot be calibrated at all. */
  calibrated: Band | null
  /** Reviewers without whom the plan would be on the other side of the pass line. */
  turnedBy: string[]
  /** Reviewers without whom it would have no score, or could not be calibrated: they are not in the bands. */
  missedBy: string[]
}

/** How far each plan's score hangs on any one reviewer (R6.5). By name; plans without a score are not there. */
export function leaveOneOut(panel: Panel, lambda: number): Map<string, WithoutOne> {
  const reviewers = [...new Set(panel.reviews.map(({ reviewer }) => reviewer))].sort()
  const all = measurePoints(panel, lambda)
  const whole = scoresOf(all)
  const bands = new Map<string, WithoutOne>()
  for (const [plan, { raw, calibrated }] of whole) {
    if (raw === null) continue
    bands.set(plan, {
      raw: { low: raw, high: raw },
      calibrated: calibrated === null ? null : { low: calibrated, high: calibrated },
      turnedBy: [],
      missedBy: [],
    })
  }
  for (const left of reviewers) {
    const reviews = panel.reviews.filter(({ reviewer }) => reviewer !== left)
    const touched = new Set(panel.reviews.filter(({ reviewer }) => reviewer === left).map(({ plan }) => plan))
    const known = new Map([...all.raw].filter(([plan]) => !touched.has(plan)))
    const without = scoresOf(measurePoints({ ...panel, reviews }, lambda, known))
    for (const [plan, band] of bands) {
      const now = without.get(plan)
      const isMissing = now === undefined || now.raw === null || (band.calibrated && now.calibrated === null)
      if (isMissing) band.missedBy.push(left)
      if (now === undefined || now.raw === null) continue
      widen(band.raw, now.raw)
      if (band.calibrated && now.calibrated !== null) widen(band.calibrated, now.calibrated)
      if (now.passes !== whole.get(plan)!.passes) band.turnedBy.push(left)
    }
  }
  return bands
}

function scoresOf({ raw, model }: MeasuredPanel<PointsModel>) {
  const placeOf = new Map(model?.design.plans.map((plan, place) => [plan, place]))
  return new Map(
    [...raw].map(([plan, { score, passes }]) => {
      const place = placeOf.get(plan)
      return [
        plan,
        { raw: score, passes, calibrated: place === undefined ? null : model!.pointsFit.plans[place]! },
      ]
    }),
  )
}

function widen(band: Band, value: number) {
  band.low = Math.min(band.low, value)
  band.high = Math.max(band.high, value)
}
