import { limitBy } from '@/app/limit-by'
import { replayDelivery } from '@/domain/webhooks/replay-delivery'

/** Sends an event again, so many times an hour for one person: each asks somebody else’s server. */
export const replayInMeasure = limitBy(
  { subject: (_input, actor) => (actor.kind === 'person' ? actor.userId : ''), limit: 'replay' },
  replayDelivery,
)
