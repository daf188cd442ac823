/** The KPIs of the Quality Performance Index (R15.1): what is counted, in plain words. */
export type KpiKind = 'share' | 'mean'

type KpiWords = {
  name: string
  /** What the raw figure is. */
  what: string
  kind: KpiKind
  /** What is counted over what. */
  numerator: string
  denominator: string
  /** What one step towards the target is, for advice: `{count}` of them. */
  step: string
}

export const kpiWords = {
  renewal: {
    name: 'Renewal',
    what: 'Names that were renewed, of those that came to their end',
    kind: 'share',
    numerator: 'names renewed',
    denominator: 'names that came to their end',
    step: 'more names renewed',
  },
  abuseTakedown: {
    name: 'Abuse takedown',
    what: 'Hours from the first listing of a malicious name to its mitigation, on average',
    kind: 'mean',
    numerator: 'hours together',
    denominator: 'malicious names',
    step: 'listed names dealt with in the target time',
  },
  usage: {
    name: 'Usage',
    what: 'Names in use, of all',
    kind: 'share',
    numerator: 'names in use',
    denominator: 'names',
    step: 'more names in use',
  },
  ssl: {
    name: 'SSL',
    what: 'Names whose site answers with a valid certificate, of all',
    kind: 'share',
    numerator: 'names with a certificate',
    denominator: 'names',
    step: 'more names with a valid certificate',
  },
  dnssec: {
    name: 'DNSSEC',
    what: 'Names with a DS record in the zone, of all',
    kind: 'share',
    numerator: 'names with a DS record',
    denominator: 'names',
    step: 'more names signed',
  },
  term: {
    name: 'Average term',
    what: 'Years that names are registered for, on average',
    kind: 'mean',
    numerator: 'years together',
    denominator: 'registrations',
    step: 'registrations made for one year more',
  },
} as const satisfies Record<string, KpiWords>

export type KpiId = keyof typeof kpiWords
export const kpiIds = Object.keys(kpiWords) as KpiId[]

/** The words of a KPI of a kept score or model; undefined where the portal knows it no more. */
export function wordsOfKpi(id: string): KpiWords | undefined {
  return (kpiWords as Record<string, KpiWords>)[id]
}

/** The gate, which is judged before anything else. */
export const ABUSE = 'abuse'

export const statusWords = {
  pass: 'Scored',
  'fail-abuse': 'Fails the abuse gate',
  'insufficient-data': 'Insufficient data',
  'not-ranked': 'Not ranked',
} as const

/** A raw figure as people read it: a share in per cent, hours, years. */
export function rawWords(id: string, raw: number): string {
  if (id === ABUSE) return `${(raw * 10_000).toFixed(2)} in 10,000`
  if (id === 'abuseTakedown') return `${raw.toFixed(1)} hours`
  if (id === 'term') return `${raw.toFixed(2)} years`
  return `${(raw * 100).toFixed(1)} %`
}
