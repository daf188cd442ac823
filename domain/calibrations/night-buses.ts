import type { FrozenContent } from '@/domain/plans/check-section'
import { type CalibrationPlan, readingOf } from './calibration-plan'

const content: Record<string, Record<string, FrozenContent[string]>> = {
  purpose: {
    purpose:
      'Example Night Buses (fictional) will be **the** address of mobility after dark. n8.org stands for a world in which nobody waits alone.',
    benefit: 'Cities everywhere will benefit. The potential is very large.',
    audience: 'Everybody who is out at night.',
  },
  brand: {
    brand:
      'Said aloud, n8 is “night”: drivers of three cities paint it on their doors already, unasked, and riders read it as the word.',
    creativity:
      'The name is the sign at the stop: an 8 that lies down is the loop the bus drives. At a stop without light the two strokes are raised, so that they can be felt.',
  },
  marketing: {
    strategy: ['### Channels', '- Viral films', '- Partnerships with leading brands', '- Press'].join('\n'),
    budget: [{ what: 'Campaign', channel: 'All', amount: '90000000' }],
  },
  launch: {
    plan: 'We launch as soon as possible after the award, with all functions.',
    milestones: [
      { milestone: 'Launch', due: '2032-12-31', proof: 'The site' },
      { milestone: 'World-wide roll-out', due: '2033-12-31', proof: 'Our announcement' },
    ],
  },
  team: {
    team: 'A team of experts will be hired after the award.',
    resources: 'Investors have shown strong interest.',
    quality: 'We aim at the highest quality.',
  },
}

/** Uneven: a strong idea for the name, and nothing behind it. It tempts to let one criterion colour the others. */
export const nightBuses: CalibrationPlan = {
  id: 'night-buses-1',
  name: 'Example Night Buses',
  reading: readingOf(content),
  model: {
    quality: {
      value: 1,
      reason:
        'Who is helped by what is not said: “everybody”, “cities everywhere”. The team is to be hired, the money is an interest of investors, and one line of US$900,000 is the whole budget. A bold idea does not make it more complete: 1.',
    },
    creativity: {
      value: 5,
      reason:
        'Read aloud, the name is the word; lying down, it is the route; raised, it can be read in the dark. Each of these needs exactly these two characters, and drivers use it already. That the rest is empty belongs to the other criteria: 5.',
    },
    launch: {
      value: 1,
      reason:
        '“As soon as possible” is no date, and both milestones are the last day of a year with their own announcement as proof. Nothing exists today that could be launched: 1.',
    },
  },
}
