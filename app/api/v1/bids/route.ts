import { bids } from '@/domain/open-data/list-bids'
import { answerList } from '../answer-list'

/** Every bid on every name that is decided, by paddle. Pages of JSON, or all as CSV. */
export function GET(request: Request): Promise<Response> {
  return answerList(request, bids)
}
