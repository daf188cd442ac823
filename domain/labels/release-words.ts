import type { EvidenceKind, IsoCategory, LabelState, ReleaseBasis } from '@/db/schema/labels'

/** What a basis is called on screens and in the public provenance (R2.1, R2.2). */
export const basisWords: Record<ReleaseBasis, string> = {
  'no-country-code': 'No country code is involved',
  'government-and-cctld-manager': 'Agreement of the government and of the country-code manager',
  'iso-3166-ma': 'Consent of the ISO 3166 Maintenance Agency',
  'confusion-measures': 'Approved measures against confusion',
}

export const evidenceWords: Record<EvidenceKind, string> = {
  'government-agreement': 'Agreement of the government',
  'cctld-manager-agreement': 'Agreement of the country-code manager',
  'maintenance-agency-consent': 'Consent of the Maintenance Agency',
  'user-assigned-check': 'Record of the check that the code is user-assigned',
  'measures-package': 'Approved package of measures',
  other: 'Other document',
}

export const categoryWords: Record<IsoCategory, string> = {
  'officially-assigned': 'Officially assigned',
  'exceptionally-reserved': 'Exceptionally reserved',
  'transitionally-reserved': 'Transitionally reserved',
  'indeterminately-reserved': 'Indeterminately reserved',
  'formerly-assigned': 'Formerly assigned',
  'user-assigned': 'User-assigned',
  unassigned: 'Unassigned',
}

export const classWords = {
  single: 'One character',
  'with-digit': 'Two characters with a digit',
  'letter-letter': 'Two letters',
} as const

export const labelStateWords: Record<LabelState, string> = {
  reserved: 'Reserved',
  released: 'Released',
  offered: 'Offered',
  awarded: 'Awarded',
  allocated: 'Allocated',
  withheld: 'Withheld',
  'registered-before-programme': 'Registered before the Programme',
}
