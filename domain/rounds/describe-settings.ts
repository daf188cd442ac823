import type { AuctionFormat, RoundSettings } from '@/db/schema/rounds'
import { allocationTerms } from '@/domain/allocations/rules'
import { answerDays } from '@/domain/awards/deadlines'
import { formatMoney } from '@/lib/money'

export type SettingInWords = { setting: string; value: string; rule: string }

/**
 * Every setting of a round in plain words, with the paragraph it belongs to (R3.5).
 * The rubric and the hard end, an instant, are shown by themselves.
 */
export function describeSettings(settings: RoundSettings, format: AuctionFormat): SettingInWords[] {
  const { softClose, outage } = settings
  const open = format === 'open-ascending'
  const clock = format === 'ascending-clock' ? settings.clock : undefined
  const answer = answerDays(settings)
  const sealed = format.startsWith('sealed-')
  const weighted = format === 'sealed-quality-weighted'
  const rows: (SettingInWords | false)[] = [
    { setting: 'Usual reserve', value: formatMoney(BigInt(settings.defaultReserveMinor)), rule: 'R3.5' },
    (open || clock !== undefined) && { setting: 'Increments', value: increments(settings), rule: 'R7.3' },
    clock !== undefined && {
      setting: 'Clock',
      value: `Rounds of ${duration(clock.roundMinutes * 60)}, ${duration(clock.recessMinutes * 60)} between them; the price rises by ${clock.stepsPerRound} steps a round`,
      rule: 'R7.3',
    },
    open && {
      setting: 'Soft close',
      value: `A bid in the last ${duration(softClose.windowSeconds)} moves the close to ${duration(softClose.extendSeconds)} after it${softClose.hardEnd === null ? '; there is no hard end' : ''}`,
      rule: 'R7.3',
    },
    {
      setting: 'Deposit',
      value: `You can bid up to ${settings.depositMultiple} times your deposit over all names; from US$2,000,000.00 without limit`,
      rule: 'R7.2',
    },
    Number(settings.calibration ?? 0) > 0 && {
      setting: 'Before the first review',
      value:
        Number(settings.calibration) > 1
          ? `Each reviewer scores ${Number(settings.calibration)} calibration plans and sees their model scores`
          : 'Each reviewer scores a calibration plan and sees its model score',
      rule: 'R6.1',
    },
    weighted && {
      setting: 'Quality bonus',
      value: `up to ${settings.qualityCoefficientMaxBp / 100} % for the best plan`,
      rule: 'R7.6',
    },
    sealed && {
      setting: 'Secret of the sealed bids',
      value:
        settings.sealedSecret === 'auditor'
          ? 'Given to the auditor after the opening'
          : 'Published after the opening, so that anyone can open them again',
      rule: 'R8.3',
    },
    {
      setting: 'Ties',
      value: settings.ties === 'draw' ? 'By a public draw' : 'By plan score, then by a public draw',
      rule: 'R7.5',
    },
    {
      setting: 'If the winner defaults',
      value:
        settings.runnerUp === 'own-exit'
          ? 'The next in order pays what it bid itself'
          : 'The next pays the price recomputed without the defaulter',
      rule: 'R7.8',
    },
    {
      setting: 'Outage',
      value: `If bidding was down for more than ${duration(outage.gapSeconds)} in the last ${outage.withinMinutes} minutes, the close moves to ${outage.extendMinutes} minutes after it is back`,
      rule: 'R7.9',
    },
    {
      setting: 'Acceptance',
      value: `Within ${answer.accept} business days of the result; the next in order has ${answer.next} after a default`,
      rule: 'R10.1',
    },
    {
      setting: 'Payment',
      value: `In full within ${settings.paymentBusinessDays} business days of the result`,
      rule: 'R10.1',
    },
    { setting: 'Creation by the registrar', value: creation(settings), rule: 'R11.1' },
    {
      setting: 'Names of bidders',
      value: settings.publishBidderNames
        ? 'Published with the result'
        : 'Only the winner is named; others by paddle',
      rule: 'R7.2',
    },
    { setting: 'Build-out', value: settings.buildOut.join(' → '), rule: 'R12.2' },
  ]
  return rows.filter((row) => row !== false)
}

function creation(settings: RoundSettings): string {
  const { tokenDays, feeMinor } = allocationTerms(settings)
  const fee =
    feeMinor === undefined
      ? 'the usual price of a .org name applies'
      : feeMinor === 0n
        ? 'premium, with nothing more to pay'
        : `premium, for a fee of ${formatMoney(feeMinor)}`
  return `With a token that works once, within ${tokenDays} days of the payment; ${fee}`
}

function increments({ increments: table }: RoundSettings): string {
  return table
    .map(({ fromMinor, stepMinor }, index) => {
      const step = formatMoney(BigInt(stepMinor))
      return index === 0 ? step : `${step} from ${formatMoney(BigInt(fromMinor))}`
    })
    .join('; ')
}

function duration(seconds: number): string {
  if (seconds % 60 !== 0 || seconds === 0) return `${seconds} seconds`
  return seconds === 60 ? 'minute' : `${seconds / 60} minutes`
}
