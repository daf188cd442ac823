import { processNow } from '@/lib/clock'
import { type Handler, sendJson } from './answer'
import { clockOffset } from './figures'

/** `GET /api/time`: the database's clock in milliseconds since the epoch, for clocks on screens. It decides nothing. */
export const handleTime: Handler = ({ response }) => {
  sendJson(response, 200, { now: processNow().getTime() + clockOffset() })
}
