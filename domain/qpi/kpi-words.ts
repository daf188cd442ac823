import type { Counted } from '@/lib/say-count'

/** The KPIs of the Quality Performance Index (R15.1): what is counted, in plain words. */
export type KpiKind = 'share' | 'mean'

type KpiWords = {
  name: string
  /** What the raw figure is. */
  what: string
  kind: KpiKind
  /** What is counted over what. */
  numerator: Counted
  denominator: Counted
  /** What steps towards the target are, for advice. */
  step: Counted
}

export const kpiWords = {
  renewal: {
    name: 'Renewal',
    what: 'Names that were renewed, of those that came to their end',
    kind: 'share',
    numerator: ['name renewed', 'names renewed'],
    denominator: ['name that came to its end', 'names that came to their end'],
    step: ['more name renewed', 'more names renewed'],
  },
  abuseTakedown: {
    name: 'Abuse takedown',
    what: 'Hours from the first listing of a malicious name to its mitigation, on average',
    kind: 'mean',
    numerator: ['hour together', 'hours together'],
    denominator: ['malicious name', 'malicious names'],
    step: ['listed name dealt with in the target time', 'listed names dealt with in the target time'],
  },
  usage: {
    name: 'Usage',
    what: 'Names in use, of all',
    kind: 'share',
    numerator: ['name in use', 'names in use'],
    denominator: ['name', 'names'],
    step: ['more name in use', 'more names in use'],
  },
  ssl: {
    name: 'SSL',
    what: 'Names whose site answers with a valid certificate, of all',
    kind: 'share',
    numerator: ['name with a certificate', 'names with a certificate'],
    denominator: ['name', 'names'],
    step: ['more name with a valid certificate', 'more names with a valid certificate'],
  },
  dnssec: {
    name: 'DNSSEC',
    what: 'Names with a DS record in the zone, of all',
    kind: 'share',
    numerator: ['name with a DS record', 'names with a DS record'],
    denominator: ['name', 'names'],
    step: ['more name signed', 'more names signed'],
  },
  term: {
    name: 'Average term',
    what: 'Years that names are registered for, on average',
    kind: 'mean',
    numerator: ['year together', 'years together'],
    denominator: ['registration', 'registrations'],
    step: ['registration made for one year more', 'registrations made for one year more'],
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
export const gateWords = {
  name: 'Abuse gate',
  numerator: ['malicious name', 'malicious names'],
  denominator: ['name', 'names'],
} as const satisfies Pick<KpiWords, 'name' | 'numerator' | 'denominator'>

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
