import { announcements } from '@/domain/open-data/list-what-was-said'
import { answerList } from '../answer-list'

/** What was announced in all rounds. Pages of JSON, or all as CSV. */
export function GET(request: Request): Promise<Response> {
  return answerList(request, announcements)
}
