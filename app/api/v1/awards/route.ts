import { awards } from '@/domain/open-data/list-awards'
import { answerList } from '../answer-list'

/** Every award and how far it has come (R10). Pages of JSON, or all as CSV. */
export function GET(request: Request): Promise<Response> {
  return answerList(request, awards)
}
