import type { FrozenContent } from '@/domain/plans/check-section'
import { type CalibrationPlan, readingOf } from './calibration-plan'

const content: Record<string, Record<string, FrozenContent[string]>> = {
  purpose: {
    purpose:
      'Example Tide Tables (fictional) will put the tides of every small harbour at **t1.org**. Harbour masters write them on boards today; some 90 harbours have no board at all.',
    benefit: 'Fewer boats run aground. We believe that thousands of crews will use it every day.',
    audience: 'Crews of small boats, bathers and anglers; in the trial, 412 people asked for 31 harbours.',
  },
  brand: {
    brand: 'A rising and a falling line. The mark is the name itself.',
    creativity:
      'The two characters fit on a mooring post, where a longer address would not. They are also easy to remember.',
  },
  marketing: {
    strategy: [
      '### Channels',
      '- A plate on the board of each harbour that agrees; 22 have agreed in writing',
      '- Social media',
      '- Word of mouth among sailing clubs',
    ].join('\n'),
    budget: [
      { what: 'Plates for 60 harbours', channel: 'Outdoor', amount: '480000' },
      { what: 'Social media', channel: 'Web', amount: '250000' },
    ],
  },
  launch: {
    plan: 'The tables are computed already and shown on a trial page. We move them to the short name and add harbours one after the other.',
    milestones: [
      { milestone: '31 harbours of the trial at t1.org', due: '2032-03-01', proof: 'Public pages' },
      { milestone: 'All harbours of the coast', due: '2032-12-31', proof: 'Public list' },
    ],
  },
  team: {
    team: 'A retired pilot and a programmer, both unpaid. A second programmer is being looked for.',
    resources: 'US$6,000 a year from a sailing federation, promised for two years.',
    quality: 'Tables are compared with the gauge of the nearest large port each night.',
  },
}

/** Of middling worth: a good use, thinly carried. */
export const tideTables: CalibrationPlan = {
  id: 'tide-tables-1',
  name: 'Example Tide Tables',
  reading: readingOf(content),
  model: {
    quality: {
      value: 3,
      reason:
        'The need is real and the means fit it: tables exist and are checked against a gauge each night. But “thousands of crews” is a belief, two unpaid people carry everything, and the money ends after two years. Complete and plausible, with claims that rest on assertion: 3.',
    },
    creativity: {
      value: 2,
      reason:
        'A tide table is no new idea, and the lines that rise and fall are what anyone would draw. The mooring post is one fresh thought for the short name; “easy to remember” holds for every short name. One fresh element that the name adds little to: 2.',
    },
    launch: {
      value: 3,
      reason:
        'The first step can be checked and is nearly done: 31 harbours run on a trial page. The second has a date, but neither the number of harbours nor who adds them. Dates with work behind the first of them: 3.',
    },
  },
}
