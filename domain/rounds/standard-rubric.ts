import type { Criterion } from '@/db/schema/rounds'

/**
 * The three criteria that every round judges (R6.1), which Appendix 7 section 7 of the agreement names: quality,
 * creativity and the ability to launch in a timely manner. A new round starts from these weights and anchors.
 */
export const standardRubric: readonly Criterion[] = [
  {
    id: 'quality',
    name: 'Quality',
    weightBp: 4000,
    guidance: 'Is the plan sound: a real need, the right means, people and money to match?',
    anchors: [
      'Nothing in the plan speaks to quality.',
      'Claims without substance; the need, the means or the people are missing.',
      'A recognisable purpose, but important parts are vague, unfunded or contradict each other.',
      'Complete and plausible; some claims rest on assertion alone.',
      'Sound, specific and backed by evidence; small gaps.',
      'Exemplary: needs are measured, means fit them, risks are named, and every claim can be checked.',
    ],
  },
  {
    id: 'creativity',
    name: 'Creativity',
    weightBp: 3000,
    guidance: 'Is the idea of its own making, and does it need a name this short?',
    anchors: [
      'No idea beyond holding the name.',
      'A generic site; any name would do.',
      'One fresh element, but the short name adds little to it.',
      'A considered idea in which the short name plays a clear part.',
      'An original idea, well worked out, in which the short name matters.',
      'The shortness of the name is essential to the idea, and the idea is new to its field.',
    ],
  },
  {
    id: 'launch',
    name: 'Timely launch',
    weightBp: 3000,
    guidance: 'Will the name be in use by the dates promised, and could anyone tell?',
    anchors: [
      'No launch is described.',
      'An intention without dates.',
      'Dates without the work, the people or the money behind them.',
      'Dated milestones that can be met; who does what is not always clear.',
      'Dated milestones with owners and resources; the first result is public within six months.',
      'Work is under way: milestones, owners, resources and proof of each are in place, with time to spare.',
    ],
  },
]
