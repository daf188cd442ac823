import { type TimetableField, timetableWords } from '@/domain/rounds/timetable'
import { parseAmount } from '@/lib/money'

/**
 * Reads the forms of a round into the input of its operations. Nothing is checked here: what cannot be read goes on as
 * it is (amounts) or as NaN (numbers), and the operation's schema says what is wrong with it.
 */

export const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const whole = (form: FormData, name: string) => scaled(form, name, 1)

/** `40` or `62.5` times a power of ten, exactly; NaN for anything else. */
export function scaled(form: FormData, name: string, factor: 1 | 60 | 100): number {
  const typed = text(form, name).trim()
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(typed)) return Number.NaN
  return Math.round(Number(typed) * factor * 100) / 100
}

/** Whole cents as digits; what is no amount is passed on for the schema to explain. */
export function cents(form: FormData, name: string): string {
  const typed = text(form, name)
  const parsed = parseAmount(typed)
  return parsed.ok ? parsed.minor.toString() : typed || ' '
}

export function localTime(form: FormData, name: string) {
  const choose = text(form, `${name}.choose`)
  return { local: text(form, `${name}.local`), ...(choose && { choose }) }
}

export const target = (form: FormData) => ({
  roundId: text(form, 'roundId'),
  version: whole(form, 'version'),
})

export function readTimetableForm(form: FormData) {
  const fields = Object.keys(timetableWords) as TimetableField[]
  const instants = fields.map((field) => [field, localTime(form, `timetable.${field}`)])
  return { zone: text(form, 'timetable.zone'), ...Object.fromEntries(instants) }
}

/** The reserves of the lots, `reserves.0.lotId` and `reserves.0.reserveMinor` and so on. */
export function readReserves(form: FormData) {
  return indices(form, 'reserves', 'lotId').map((index) => ({
    lotId: text(form, `reserves.${index}.lotId`),
    reserveMinor: cents(form, `reserves.${index}.reserveMinor`),
  }))
}

/** A criterion whose name was emptied is dropped; a new one is called by its name. */
export function readRubricForm(form: FormData) {
  const at = (index: number, field: string) => `settings.rubric.${index}.${field}`
  const rubric = indices(form, 'settings.rubric', 'name')
    .filter((index) => text(form, at(index, 'name')).trim() !== '')
    .map((index) => ({
      id: text(form, at(index, 'id')) || idOf(text(form, at(index, 'name'))),
      name: text(form, at(index, 'name')),
      weightBp: scaled(form, at(index, 'weightBp'), 100),
      guidance: text(form, at(index, 'guidance')),
      anchors: [0, 1, 2, 3, 4, 5].map((value) => text(form, at(index, `anchors.${value}`))),
    }))
  return {
    rubric,
    passLineHundredths: scaled(form, 'settings.passLineHundredths', 100),
    criterionMinimumHundredths: scaled(form, 'settings.criterionMinimumHundredths', 100),
    reviewersPerPlan: whole(form, 'settings.reviewersPerPlan'),
    calibration: whole(form, 'settings.calibration'),
  }
}

/** The settings of money and rules. What the format of the round does not have is not in the form, and stays as it is. */
export function readRulesForm(form: FormData) {
  return {
    defaultReserveMinor: cents(form, 'settings.defaultReserveMinor'),
    ...(form.has('settings.increments.0.fromMinor') && { increments: readIncrements(form) }),
    ...(form.has('settings.softClose.windowSeconds') && { softClose: readSoftClose(form) }),
    ...(form.has('settings.clock.roundMinutes') && {
      clock: {
        roundMinutes: whole(form, 'settings.clock.roundMinutes'),
        recessMinutes: whole(form, 'settings.clock.recessMinutes'),
        stepsPerRound: whole(form, 'settings.clock.stepsPerRound'),
      },
    }),
    ...(form.has('settings.qualityCoefficientMaxBp') && {
      qualityCoefficientMaxBp: scaled(form, 'settings.qualityCoefficientMaxBp', 100),
    }),
    depositMultiple: whole(form, 'settings.depositMultiple'),
    runnerUp: text(form, 'settings.runnerUp'),
    ...(form.has('settings.sealedSecret') && { sealedSecret: text(form, 'settings.sealedSecret') }),
    ...(form.has('settings.ties') && { ties: text(form, 'settings.ties') }),
    acceptanceBusinessDays: whole(form, 'settings.acceptanceBusinessDays'),
    paymentBusinessDays: whole(form, 'settings.paymentBusinessDays'),
    nextBusinessDays: whole(form, 'settings.nextBusinessDays'),
    allocation: {
      tokenDays: whole(form, 'settings.allocation.tokenDays'),
      premium: form.has('settings.allocation.premium'),
      createFeeMinor: cents(form, 'settings.allocation.createFeeMinor'),
    },
    publishBidderNames: form.has('settings.publishBidderNames'),
    buildOut: text(form, 'settings.buildOut')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}

function readIncrements(form: FormData) {
  const at = (index: number, field: string) => `settings.increments.${index}.${field}`
  return indices(form, 'settings.increments', 'fromMinor')
    .filter((index) => text(form, at(index, 'fromMinor')) || text(form, at(index, 'stepMinor')))
    .map((index) => ({
      fromMinor: cents(form, at(index, 'fromMinor')),
      stepMinor: cents(form, at(index, 'stepMinor')),
    }))
}

function readSoftClose(form: FormData) {
  const hardEnd = localTime(form, 'settings.softClose.hardEnd')
  return {
    windowSeconds: scaled(form, 'settings.softClose.windowSeconds', 60),
    extendSeconds: scaled(form, 'settings.softClose.extendSeconds', 60),
    hardEnd: hardEnd.local === '' ? null : hardEnd,
  }
}

/** Which numbers `prefix.<number>.<field>` carries, in order. */
function indices(form: FormData, prefix: string, field: string): number[] {
  const found = [...form.keys()].flatMap((name) => {
    const rest = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : ''
    const [index, last, ...more] = rest.split('.')
    return last === field && more.length === 0 && /^\d{1,4}$/.test(index ?? '') ? [Number(index)] : []
  })
  return found.sort((a, b) => a - b)
}

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 30)
}
