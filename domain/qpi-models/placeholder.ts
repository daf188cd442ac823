import type { ModelContent } from '@/db/schema/qpi'

/**
 * The model every installation starts with (R15.2). PIR’s own weights, floors, targets and gate are not public: these are
 * placeholders, and every screen says so until two people publish PIR’s own.
 */
export const PLACEHOLDER = {
  version: 'placeholder-1',
  validFrom: '2019-05',
  reason: 'PIR’s own figures are not public. These stand in for them until PIR enters its own.',
  content: {
    minimumDomains: 100,
    gate: { kpi: 'abuse', maxPer10k: 15 },
    kpis: [
      { id: 'renewal', weightBp: 3000, floor: 0.5, target: 0.85 },
      { id: 'abuseTakedown', weightBp: 2000, floor: 96, target: 24 },
      { id: 'usage', weightBp: 2000, floor: 0.3, target: 0.8 },
      { id: 'ssl', weightBp: 1000, floor: 0.3, target: 0.9 },
      { id: 'dnssec', weightBp: 1000, floor: 0, target: 0.3 },
      { id: 'term', weightBp: 1000, floor: 1, target: 2 },
    ],
    feeds: ['urlhaus', 'phishtank'],
    definitions: { renewal: 'cohorts', term: 'new-names', noAbuse: 'at-target' },
  } satisfies ModelContent,
} as const
