/** What can be sent to a webhook: public events alone, each as everyone may read it (R17.1). */
export const eventTypes = {
  'label.moved': 'A name moved from one state to another',
  'round.moved': 'A round moved from one state to another',
  'round.announced': 'Something was announced in a round',
  'result.final': 'The result of a name became final',
  'award.moved': 'An award moved: accepted, paid, allocated, or over',
} as const

export type EventType = keyof typeof eventTypes

export const eventNames = Object.keys(eventTypes) as [EventType, ...EventType[]]
